using System.IO.Compression;
using Research.Numerics;

namespace Research.Pipeline.Store.Remote;

/// <summary>A zip archive in the layout of a remote store, read from: results of a commit, for an artifact review or a repository such as Zenodo.</summary>
/// <remarks>Whoever made it may mean harm: no more is inflated than a hundred times its own size, whatever it says.</remarks>
internal sealed class ArchiveRemote : IRemote, IDisposable
{
    private const int MostInflation = 100;
    private const int MostEntries = 1_000_000;

    private readonly ZipArchive _zip;
    private readonly Lock _gate = new(); // an archive is read by one at a time
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private long _left;

    /// <param name="path">The archive.</param>
    /// <exception cref="ResearchException">It is no zip archive of results.</exception>
    public ArchiveRemote(string path)
    {
        Name = path;
        try
        {
            _zip = ZipFile.OpenRead(path);
            if (_zip.Entries.Count > MostEntries)
            {
                throw new ResearchException($"{path}: has {_zip.Entries.Count} entries; at most {MostEntries} can be right.");
            }

            _entries = _zip.Entries.GroupBy(entry => entry.FullName).ToDictionary(group => group.Key, group => group.First());
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new ResearchException($"{path}: {error.Message} 'research cache export' writes such archives.", error);
        }

        _left = (MostInflation * new FileInfo(path).Length) + (1 << 20);
    }

    public string Name { get; }

    /// <summary>Names of its entries that are digests: fingerprints, as a rule.</summary>
    public IReadOnlyList<string> Fingerprints =>
        [
            .. _entries
                .Keys.Where(name => name.StartsWith("ac/", StringComparison.Ordinal))
                .Select(name => name[3..])
                .Where(Names.IsDigest),
        ];

    public void Dispose() => _zip.Dispose();

    public Task<byte[]?> EntryAsync(string name, int most, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        return Task.FromResult(Read("ac/" + name, most, bytes) ? bytes.ToArray() : null);
    }

    public Task<bool> FetchAsync(string digest, long size, string file, CancellationToken cancellation)
    {
        using FileStream target = File.Create(file);
        return Task.FromResult(Read("cas/" + digest, size, target));
    }

    public Task PutEntryAsync(string name, byte[] bytes, CancellationToken cancellation) => throw new NotSupportedException();

    public Task PutAsync(string digest, StoredFile file, CancellationToken cancellation) => throw new NotSupportedException();

    private bool Read(string name, long most, Stream target)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(name, out ZipArchiveEntry? entry))
            {
                return false;
            }

            try
            {
                using Stream content = entry.Open();
                return Copy(content, target, most);
            }
            catch (InvalidDataException error)
            {
                throw new RemoteException($"{Name}: {name} is damaged: {error.Message}", error);
            }
        }
    }

    private bool Copy(Stream content, Stream target, long most)
    {
        byte[] piece = new byte[1 << 16];
        while (content.Read(piece) is > 0 and int read)
        {
            most -= read;
            _left -= read;
            if (_left < 0)
            {
                throw new RemoteException($"{Name}: inflates to more than {MostInflation} times its size; the rest is not read.");
            }

            if (most < 0)
            {
                return false;
            }

            target.Write(piece, 0, read);
        }

        return true;
    }
}
