using Research.Pipeline.Closures;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store;

namespace Research.Pipeline.Explanations;

/// <summary>From hashes that differ to what a person can look at: file, line and constants of code, rows of texts.</summary>
/// <param name="files">Our assemblies.</param>
/// <param name="members">Keeps the constants of code.</param>
/// <param name="texts">Keeps the texts that targets were made from.</param>
internal sealed class ChangeDetails(IEnumerable<string> files, IMemberStore members, TextFolder texts)
{
    /// <summary>The changes of one fingerprint, with all that is known of them.</summary>
    public IReadOnlyList<LeafChange> Of(Fingerprint old, Fingerprint now)
    {
        IReadOnlyList<LeafChange> changes = now.Since(old);
        HashSet<string> symbols = [.. changes.Where(change => change.Leaf == Fingerprint.Code).Select(change => change.Part)];
        if (symbols.Count == 0)
        {
            return [.. changes.SelectMany(OfText)];
        }

        IReadOnlyDictionary<string, string> places = SourcePlaces.Of(files, symbols);
        IReadOnlyDictionary<string, string> before = members.ConstantsOf(old[Fingerprint.Code].Digest);
        IReadOnlyDictionary<string, string> after = members.ConstantsOf(now[Fingerprint.Code].Digest);
        return
        [
            .. changes.SelectMany(change =>
                change.Leaf == Fingerprint.Code ? [OfCode(change, places, before, after)] : OfText(change)
            ),
        ];
    }

    private static LeafChange OfCode(
        LeafChange change,
        IReadOnlyDictionary<string, string> places,
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> after
    )
    {
        LeafChange placed = change with { Place = places.GetValueOrDefault(change.Part) };
        return
            change is { Old: not null, New: not null }
            && ConstantDiff.Of(Lines(before, change.Part), Lines(after, change.Part)) is { } constants
            ? placed with
            {
                Old = constants.Old,
                New = constants.New,
            }
            : placed;
    }

    private IEnumerable<LeafChange> OfText(LeafChange change) =>
        change is { Leaf: "data", Old: { } old, New: { } now } && texts.Find(old) is { } before && texts.Find(now) is { } after
            ? RowDiff.Of(before, after).Select(row => new LeafChange(change.Leaf, $"{change.Part}, {row.Row}", row.Old, row.New))
            : [change];

    private static string[] Lines(IReadOnlyDictionary<string, string> constants, string symbol) =>
        constants.GetValueOrDefault(symbol)?.Split('\n') ?? [];
}
