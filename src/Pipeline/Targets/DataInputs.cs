using Research.Data.Locking;
using Research.Data.Store;

namespace Research.Pipeline.Targets;

/// <summary>Where data leaves come from.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="Pins">datasets.lock.</param>
/// <param name="Store">Verified datasets.</param>
/// <param name="Hashes">Remembered hashes of files.</param>
public sealed record DataInputs(string Root, DatasetLock Pins, DatasetStore Store, FileHashes Hashes)
{
    /// <summary>The data leaf of what reads every pin: the hash of datasets.lock; nothing where there is none.</summary>
    internal IReadOnlyDictionary<string, string> PinsLeaf()
    {
        string file = Path.Combine(Root, DatasetLock.FileName);
        return File.Exists(file)
            ? new Dictionary<string, string> { [Path.GetFileName(file)] = Hashes.Of(file) }
            : new Dictionary<string, string>();
    }
}
