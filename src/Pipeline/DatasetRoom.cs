using Research.Data;
using Research.Data.Locking;
using Research.Data.Store;

namespace Research.Pipeline;

/// <summary>Opens datasets once a process: pinned ones from the verified store, generated ones from their code.</summary>
public sealed class DatasetRoom(DatasetLock pins, DatasetStore store)
{
    private readonly Dictionary<string, Dataset> _opened = [];

    /// <exception cref="DataUnavailableException">A pinned dataset cannot be had here.</exception>
    public async Task<Dataset> OpenAsync(DatasetRef dataset, CancellationToken cancellation)
    {
        if (!_opened.TryGetValue(dataset.Id, out Dataset? opened))
        {
            opened = dataset switch
            {
                GeneratedDataset generated => generated.Make(),
                PinnedDataset pinned => await ReadAsync(pinned, cancellation),
                _ => throw new ArgumentException($"'{dataset.Id}' is no kind of dataset that can be opened.", nameof(dataset)),
            };
            _opened.Add(dataset.Id, opened);
        }

        return opened;
    }

    private async Task<Dataset> ReadAsync(PinnedDataset pinned, CancellationToken cancellation)
    {
        DatasetEntry entry = pins.Find(pinned.Id);
        string folder = await store.OpenAsync(entry, null, cancellation);
        return new Dataset(entry.Id, entry.Version, entry.Digest, Synthetic: false, pinned.Read(folder));
    }
}
