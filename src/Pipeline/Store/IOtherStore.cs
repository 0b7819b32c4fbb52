namespace Research.Pipeline.Store;

/// <summary>Results of others, such as a store behind an address or an archive.</summary>
public interface IOtherStore : IDisposable
{
    /// <summary>Looks for results of these fingerprints and brings what they consist of. What is not right is no result.</summary>
    /// <param name="lacks">Whether an output is not in the own store.</param>
    /// <param name="spare">A fresh folder on the own store's disk.</param>
    /// <param name="keep">Takes a whole result: its manifest, and checked files by digest.</param>
    void Fetch(
        IReadOnlyCollection<string> fingerprints,
        Func<Output, bool> lacks,
        string spare,
        Action<Manifest, IReadOnlyDictionary<string, string>> keep
    );

    /// <summary>Takes a result some time before the end; nothing happens where it takes none.</summary>
    /// <param name="locate">Where an output's content lies.</param>
    void Give(Manifest manifest, Func<Output, StoredFile?> locate);
}
