using System.Globalization;
using Research.Numerics;
using Research.Pipeline.Store;

namespace Research.Pipeline.Compare;

/// <summary>What differs between two makings of one result, for a person: the cells of tables, size and digest of other files.</summary>
public static class OutputDiff
{
    /// <summary>Larger files are told by their digests alone, and are not handed on.</summary>
    public const long MostBytes = 1 << 24;

    private const int MostCells = 10;

    /// <param name="here">The file here; null where there is none.</param>
    /// <param name="there">The file there; null where there is none.</param>
    /// <param name="contentHere">Its content; null where it is too large, or not at hand.</param>
    /// <param name="contentThere">Its content; null where it is too large, or nobody kept it.</param>
    /// <returns>Lines that say 'here -> there'; none where both are the same.</returns>
    public static IEnumerable<string> Of(Output? here, Output? there, byte[]? contentHere, byte[]? contentThere)
    {
        if (here == there)
        {
            return [];
        }

        string path = (here ?? there)!.Path;
        string facts = $"{path}: {Facts(here)} -> {Facts(there)}";
        return path.EndsWith(".csv", StringComparison.Ordinal) && contentHere is not null && contentThere is not null
            ? Cells(path, contentHere, contentThere) ?? [facts]
            : [facts];
    }

    // Null where one of the two is no table: it may come from anybody.
    private static string[]? Cells(string path, byte[] here, byte[] there)
    {
        try
        {
            string[] cells = [.. TableDiff.Of(TreeOf(path, here), TreeOf(path, there)).Select(change => change.ToString())];
            return cells.Length <= MostCells
                ? cells
                : [.. cells[..MostCells], FormattableString.Invariant($"{path}: {cells.Length - MostCells} more cells")];
        }
        catch (ResearchException)
        {
            return null;
        }
    }

    private static ResultTree TreeOf(string path, byte[] content) => new(new Dictionary<string, byte[]> { [path] = content });

    private static string Facts(Output? output) =>
        output is null
            ? "no such file"
            : string.Create(CultureInfo.InvariantCulture, $"{output.Size} bytes, SHA-256 {output.Digest[..12]}");
}
