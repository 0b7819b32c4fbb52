using System.Text.Json;
using Research.Numerics;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store;

namespace Research.Pipeline.Compare;

/// <summary>What changed in what a folder of tables was made from, where both run records are known.</summary>
public static class Causes
{
    /// <param name="table">Path of a table; its folder's run record is asked.</param>
    /// <returns>Null where one of the records is missing or cannot be read.</returns>
    public static IReadOnlyList<LeafChange>? Of(string table, ResultTree old, ResultTree now)
    {
        string record = $"{Path.GetDirectoryName(table)!.Replace('\\', '/')}/{RunRecord.File}";
        if (Read(old, record) is not { } before || Read(now, record) is not { } after)
        {
            return null;
        }

        return
        [
            .. after
                .Fingerprints.SelectMany(item =>
                    before.Fingerprints.TryGetValue(item.Key, out Fingerprint? was)
                        ? item.Value.Since(was).Where(change => change.Leaf != "upstream")
                        : [new LeafChange("upstream", item.Key, null, item.Value.Id[..16])]
                )
                .Distinct(),
        ];
    }

    private static RunRecord? Read(ResultTree tree, string path)
    {
        try
        {
            return tree.Files.TryGetValue(path, out byte[]? bytes) ? RunRecord.Parse(bytes) : null;
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException or ResearchException)
        {
            return null; // of another version
        }
    }
}
