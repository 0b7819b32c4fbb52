using System.Globalization;
using System.Security.Cryptography;
using Research.Numerics;

namespace Research.Pipeline.Compare;

/// <summary>What differs between two makings of one result, for a person: the cells of tables, size and digest of other files.</summary>
public static class OutputDiff
{
    /// <summary>Larger files are told by their digests, and are not handed on.</summary>
    public const long MostBytes = 1 << 24;

    private const int MostCells = 10;

    /// <param name="path">Of the file within the result.</param>
    /// <param name="here">Its content here; null where there is none.</param>
    /// <param name="there">Its content there; null where there is none, or where nobody kept it.</param>
    /// <returns>Lines that say 'here -> there'; none where both are the same.</returns>
    public static IEnumerable<string> Of(string path, byte[]? here, byte[]? there)
    {
        if (here is null || there is null || !path.EndsWith(".csv", StringComparison.Ordinal))
        {
            return here is not null && there is not null && here.AsSpan().SequenceEqual(there)
                ? []
                : [$"{path}: {Facts(here)} -> {Facts(there)}"];
        }

        try
        {
            string[] cells = [.. TableDiff.Of(TreeOf(path, here), TreeOf(path, there)).Select(change => change.ToString())];
            return cells.Length <= MostCells
                ? cells
                : [.. cells[..MostCells], FormattableString.Invariant($"{path}: {cells.Length - MostCells} more cells")];
        }
        catch (ResearchException)
        {
            return [$"{path}: {Facts(here)} -> {Facts(there)}"]; // one of the two is no table
        }
    }

    private static ResultTree TreeOf(string path, byte[] content) => new(new Dictionary<string, byte[]> { [path] = content });

    private static string Facts(byte[]? content) =>
        content is null
            ? "no content at hand"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{content.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(content))[..12]}"
            );
}
