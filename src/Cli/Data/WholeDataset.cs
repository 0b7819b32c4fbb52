using System.Globalization;
using Research.Data;
using Research.Data.Datasets;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Cli.Data;

/// <summary>research data add … --whole: a dataset of which the package has a part or nothing, as the folder of a user has it, under its own id.</summary>
/// <remarks>What reads the part reads the whole: the experiments that name the dataset are made anew, and no setting changes.</remarks>
internal static class WholeDataset
{
    /// <param name="otherOptions">Whether the user gave options that say what the items are.</param>
    /// <exception cref="UsageException">No such dataset can be added, or there is no such folder.</exception>
    /// <exception cref="ResearchException">The folder lacks a file, or one of them cannot be read.</exception>
    public static int Add(string id, string folder, bool otherOptions)
    {
        string root = Checkout.Here();
        (DatasetEntry entry, PinnedDataset dataset) = Find(id, root);
        if (otherOptions)
        {
            throw new UsageException(
                "--whole goes without --labels and --course: the dataset's own tables say what its items are."
            );
        }

        if (!Directory.Exists(folder))
        {
            throw new UsageException($"{folder}: there is no such folder.");
        }

        int items = CheckedItems(dataset, folder);
        DatasetEntry pinned = LocalLock.Store(id, (fresh, hashes) => Copied(entry, folder, fresh, hashes));
        LocalLock.Pin(pinned, root);
        Terminal.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{id}: {items} items; pinned in {DatasetLock.LocalFileName} to {pinned.Digest}"
            )
        );
        return ExitCodes.Well;
    }

    private static (DatasetEntry Entry, PinnedDataset Dataset) Find(string id, string root)
    {
        DatasetEntry[] partial = [.. DatasetLock.Load(Checkout.LockFile(root)).Datasets.Where(entry => entry.Partial == true)];
        if (id == BigSet.Dataset.Id)
        {
            return (EntryOfBigSet, BigSet.Dataset);
        }

        DatasetEntry entry =
            partial.FirstOrDefault(own => own.Id == id)
            ?? throw new UsageException(
                $"'{id}' is no dataset of which a part is missing; those are {string.Join(", ", partial.Select(own => own.Id).Append(BigSet.Dataset.Id))}."
            );
        DatasetCard card = DatasetCatalog.In(typeof(DatasetCatalog).Assembly).Single(own => own.Dataset.Id == id);
        return (entry with { Partial = null, Sources = [] }, (PinnedDataset)card.Dataset);
    }

    // Each is decoded once and let go.
    private static int CheckedItems(PinnedDataset dataset, string folder)
    {
        var items = new Queue<Item>(dataset.Read(folder));
        int count = items.Count;
        while (items.TryDequeue(out Item? item))
        {
            _ = item.Waveform;
        }

        return count > 0
            ? count
            : throw new ResearchException($"{folder}: none of the recordings that its tables name is there.");
    }

    private static DatasetEntry Copied(DatasetEntry entry, string folder, string fresh, FileHashes hashes)
    {
        foreach (string file in entry.FilesIn(folder))
        {
            string target = Path.Combine(fresh, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(folder, file), target);
        }

        return LocalLock.Digested(entry, fresh, hashes);
    }

    private static DatasetEntry EntryOfBigSet =>
        new()
        {
            Id = BigSet.Dataset.Id,
            Title = "Rock and pop with Spotify's energy and valence, ten seconds each",
            Version = "own",
            Licence = "yours",
            Citation = "Your own data.",
            HomePage = "",
            Files = BigSet.Files,
            Count = 0,
            Bytes = 0,
            Digest = "",
            Sources = [],
        };
}
