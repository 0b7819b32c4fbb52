using Research.Data;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Pipeline.Closures;
using Research.Pipeline.Files;

namespace Research.Pipeline.Targets;

/// <summary>A dataset: fetched and verified, generated, or the user's own files. Its code is what reads or generates the items.</summary>
public sealed class DatasetTarget(DatasetRef dataset) : Target
{
    private const string DigestFile = "digest.txt";

    public DatasetRef Dataset => dataset;

    public override string Name => NameOf(dataset);

    public override TargetKind Kind => TargetKind.Dataset;

    /// <summary>Whether its files come from outside, so that a store of datasets or a folder holds them.</summary>
    public bool IsInput => dataset is not GeneratedDataset;

    public override object? Settings => dataset;

    // The delegates among the settings are code too.
    public override CodeRoots Roots => OwnMake;

    public static string NameOf(DatasetRef dataset) => $"data:{dataset.Id}";

    /// <exception cref="DataUnavailableException">The user's folder is not there.</exception>
    public override IReadOnlyDictionary<string, string> Data(DataInputs inputs)
    {
        switch (dataset)
        {
            case PinnedDataset pinned:
                return new Dictionary<string, string> { [pinned.Id] = inputs.Pins.Find(pinned.Id).Digest };
            case FolderDataset folder:
                string root = Path.Combine(inputs.Root, folder.Folder);
                inputs.Hashes.Watched.AddTree(root);
                return FilesOf(folder, root)
                    .ToDictionary(path => $"{folder.Folder}/{path}", path => inputs.Hashes.Of(Path.Combine(root, path)));
            default:
                return inputs.Pins.FindGenerated(dataset.Id) is { } pin
                    ? new Dictionary<string, string> { [pin.Id] = pin.Digest }
                    : base.Data(inputs);
        }
    }

    public override void Make(Job job)
    {
        Dataset opened = job.Open(dataset);
        if (IsInput)
        {
            job.Write(DigestFile, opened.Digest + "\n"); // the files stay where they are
        }
        else
        {
            ItemFile.Write(job.Folder, opened);
        }
    }

    /// <summary>Digest of the files of a folder of the user's.</summary>
    internal static string DigestOf(FolderDataset folder, string root, FileHashes hashes)
    {
        string path = Path.Combine(root, folder.Folder);
        return ContentDigest.Of(path, FilesOf(folder, path), hashes).Value;
    }

    private static IEnumerable<string> FilesOf(FolderDataset folder, string root) =>
        Directory.Exists(root)
            ? Directory
                .EnumerateFiles(root, folder.Pattern, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
            : throw new DataUnavailableException($"Dataset '{folder.Id}': there is no folder {folder.Folder} in the checkout.");
}
