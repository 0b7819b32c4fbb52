namespace Research.Pipeline.Store.Remote;

/// <summary>A place that others can reach, laid out like Bazel's HTTP cache: entries by name below ac/, contents by their SHA-256 below cas/.</summary>
/// <remarks>Nothing that comes from it is believed: an entry needs a trusted signature, a content its digest. Methods throw <see cref="RemoteException"/> where the place fails.</remarks>
internal interface IRemote
{
    /// <summary>As messages call it: without password or key.</summary>
    string Name { get; }

    /// <summary>The bytes of an entry; null where there is none, or more than <paramref name="most"/>.</summary>
    Task<byte[]?> EntryAsync(string name, int most, CancellationToken cancellation);

    /// <summary>Writes a content into a file; false where the place has none of that digest. What was written is to be checked.</summary>
    /// <param name="size">Bytes that it must have; no more are taken.</param>
    Task<bool> FetchAsync(string digest, long size, string file, CancellationToken cancellation);

    Task PutEntryAsync(string name, byte[] bytes, CancellationToken cancellation);

    /// <summary>Puts a content where the place has none of that digest.</summary>
    Task PutAsync(string digest, StoredFile file, CancellationToken cancellation);
}
