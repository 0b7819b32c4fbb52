using Research.Data;
using Research.Pipeline.Files;

namespace Research.Pipeline.Targets;

/// <summary>From files to items: the part of opening a dataset that can reach a result. It is in the code leaf of every target.</summary>
internal static class DatasetReader
{
    /// <param name="dataset">Which.</param>
    /// <param name="path">Folder of its files; null for a generated one.</param>
    /// <param name="items">Opens the files of the items that were generated before; null where they must be generated.</param>
    /// <param name="version">Of the files.</param>
    /// <param name="digest">Of the files.</param>
    public static Dataset Read(DatasetRef dataset, string? path, Func<string, Stream>? items, string version, string digest) =>
        dataset switch
        {
            GeneratedDataset generated => items is null ? generated.Make() : ItemFile.Read(items),
            PinnedDataset pinned => new Dataset(pinned.Id, version, digest, Synthetic: false, pinned.Read(path!)),
            FolderDataset folder => new Dataset(folder.Id, version, digest, Synthetic: false, folder.Read(path!)),
            _ => throw new ArgumentException($"'{dataset.Id}' is no kind of dataset that can be opened.", nameof(dataset)),
        };
}
