using Research.Data;
using Research.Results.Folders;

namespace Research.Pipeline.Targets;

/// <summary>The committed results of a profile, as what a target is made from: results/&lt;profile&gt; in the checkout.</summary>
internal static class SnapshotFiles
{
    public static string Folder(string root, Profile profile) => Path.Combine(root, "results", profile.Name());

    /// <summary>Hash by path of every file in the folders of studies, of graph.json, of the witness and of the receipts; the pages at the top are made from them.</summary>
    /// <exception cref="DataUnavailableException">There is no such folder.</exception>
    public static IReadOnlyDictionary<string, string> Leaf(DataInputs inputs, Profile profile)
    {
        string folder = Folder(inputs.Root, profile);
        if (!Directory.Exists(folder))
        {
            string name = profile.Name();
            throw new DataUnavailableException(
                $"There are no results/{name} in the checkout. Take them: ./build.sh --target Accept --profile {name}"
            );
        }

        return Directory
            .EnumerateDirectories(folder)
            .SelectMany(study => Directory.EnumerateFiles(study, "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(folder, "*.json"))
            .Concat(Directory.EnumerateFiles(folder, WitnessFacts.Table))
            .Concat(Directory.EnumerateFiles(folder, ReceiptFile.Table))
            .ToDictionary(file => Path.GetRelativePath(inputs.Root, file).Replace('\\', '/'), inputs.Hashes.Of);
    }
}
