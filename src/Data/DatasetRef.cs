namespace Research.Data;

/// <summary>A dataset that an experiment names; the engine opens it.</summary>
/// <param name="Id">As in datasets.lock, the generator's name, or a name for the user's own folder.</param>
public abstract record DatasetRef(string Id);

/// <summary>Recordings of datasets.lock.</summary>
/// <param name="Id">As in datasets.lock.</param>
/// <param name="Read">From the folder of verified files to items.</param>
public sealed record PinnedDataset(string Id, Func<string, IReadOnlyList<Item>> Read) : DatasetRef(Id);

/// <summary>Signals that code generates.</summary>
/// <param name="Id">The generator's name.</param>
/// <param name="Make">The generator.</param>
public sealed record GeneratedDataset(string Id, Func<Dataset> Make) : DatasetRef(Id);

/// <summary>Files in a folder of the checkout that nothing pins: every file is a part of the data leaf.</summary>
/// <param name="Id">A name.</param>
/// <param name="Folder">Relative to the checkout.</param>
/// <param name="Pattern">Such as "*.wav"; searched below the folder too.</param>
/// <param name="Read">From the folder to items.</param>
public sealed record FolderDataset(string Id, string Folder, string Pattern, Func<string, IReadOnlyList<Item>> Read)
    : DatasetRef(Id);
