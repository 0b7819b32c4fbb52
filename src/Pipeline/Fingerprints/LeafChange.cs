namespace Research.Pipeline.Fingerprints;

/// <summary>A part of a leaf that is not what it was.</summary>
/// <param name="Leaf">data, upstream, settings, code, packages or runtime.</param>
/// <param name="Part">The file, target, member, method, package.</param>
/// <param name="Old">Null where it is new.</param>
/// <param name="New">Null where it is gone.</param>
public sealed record LeafChange(string Leaf, string Part, string? Old, string? New)
{
    /// <summary>File and line in the sources, such as src/Features/Cepstral/Mfcc.cs:42; null where it has none or it is not known.</summary>
    public string? Place { get; init; }

    /// <summary>The part as a person would write it.</summary>
    public string Named => Leaf == Fingerprint.Code ? MemberNames.Short(Part) : Part;

    public override string ToString()
    {
        string head = $"{Leaf}: {Named}{(Place is null ? "" : $" ({Place})")}";
        return (Old, New) switch
        {
            (null, _) => $"{head} is new: {New}",
            (_, null) => $"{head} is gone, was {Old}",
            _ => $"{head}: {Old} -> {New}",
        };
    }
}
