using Research.Data.Locking;
using Research.Data.Store;

namespace Research.Pipeline.Targets;

/// <summary>Where data leaves come from.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="Pins">datasets.lock.</param>
/// <param name="Store">Verified datasets.</param>
/// <param name="Hashes">Remembered hashes of files.</param>
public sealed record DataInputs(string Root, DatasetLock Pins, DatasetStore Store, FileHashes Hashes);
