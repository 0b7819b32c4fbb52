using System.IO.Compression;
using Research.Numerics;

namespace Research.Pipeline.Store.Remote;

/// <summary>Results in one file, in the layout of a remote store: the same results give the same bytes.</summary>
public static class ResultArchive
{
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the first that zip knows

    /// <summary>Writes results.</summary>
    /// <param name="path">Appears whole or not at all.</param>
    /// <param name="results">Manifests; written in the order of their fingerprints.</param>
    /// <param name="locate">Where an output's content lies; null leaves its result out.</param>
    /// <param name="key">Signs each; null for an archive that whoever takes it must trust as it is.</param>
    /// <returns>How many were written.</returns>
    public static int Write(string path, IEnumerable<Manifest> results, Func<Output, StoredFile?> locate, SigningKey? key)
    {
        string fresh = $"{path}.{Path.GetRandomFileName()}.new";
        try
        {
            int written = 0;
            using (FileStream file = File.Create(fresh))
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
            {
                var known = new HashSet<string>();
                foreach (Manifest manifest in results.OrderBy(own => own.Fingerprint, StringComparer.Ordinal))
                {
                    written += Add(zip, manifest, locate, key, known) ? 1 : 0;
                }
            }

            Data.Store.BusyFile.Replace(fresh, path);
            return written;
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    /// <summary>Takes those results of an archive that a store lacks; what the store has stays as it is.</summary>
    /// <param name="trusted">Whose signatures are needed; null to take the archive as it is, as the person who named it asks.</param>
    /// <param name="warn">Receives a line for a person.</param>
    /// <returns>Fingerprints that the archive names, and those of them that came from it.</returns>
    /// <exception cref="ResearchException">It is no such archive.</exception>
    public static (IReadOnlyList<string> Named, IReadOnlyList<string> Came) Take(
        string path,
        ResultStore store,
        TrustedKeys? trusted,
        Action<string> warn
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        using var archive = new ArchiveRemote(path);
        IReadOnlyList<string> named = archive.Fingerprints;
        string[] lacking = [.. named.Where(fingerprint => store.Find(fingerprint) is null)];
        using var others = new ArchiveStore(new RemoteStore(archive, trusted, warn));
        store.Fetch(others, lacking);
        return (named, [.. lacking.Where(fingerprint => store.Find(fingerprint) is not null)]);
    }

    private static bool Add(
        ZipArchive zip,
        Manifest manifest,
        Func<Output, StoredFile?> locate,
        SigningKey? key,
        HashSet<string> known
    )
    {
        (Output Output, StoredFile? File)[] files =
        [
            .. manifest.Outputs.DistinctBy(own => own.Digest).Select(output => (output, locate(output))),
        ];
        if (files.Any(own => own.File is null))
        {
            return false;
        }

        foreach ((Output output, StoredFile? file) in files.Where(own => known.Add(own.Output.Digest)))
        {
            using Stream target = Entry(zip, "cas/" + output.Digest);
            using Stream content = file!.OpenRead();
            content.CopyTo(target);
        }

        byte[] body = manifest.ToBytes();
        SignedText text = key is null ? new SignedText(RemoteStore.Kind, body, []) : SignedText.By(key, RemoteStore.Kind, body);
        using Stream entry = Entry(zip, "ac/" + manifest.Fingerprint);
        entry.Write(text.ToBytes());
        return true;
    }

    private static Stream Entry(ZipArchive zip, string name)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Timeless;
        return entry.Open();
    }

    // An archive takes nothing.
    private sealed class ArchiveStore(RemoteStore reader) : IOtherStore
    {
        public void Fetch(
            IReadOnlyCollection<string> fingerprints,
            Func<Output, bool> lacks,
            string spare,
            Action<Manifest, IReadOnlyDictionary<string, string>> keep
        ) => reader.Fetch(fingerprints, lacks, spare, keep);

        public void Give(Manifest manifest, Func<Output, StoredFile?> locate) { }

        public void Dispose() { }
    }
}
