using System.Globalization;
using System.Text;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Executors.Exchange;

/// <summary>A pinned dataset as contents: the list that its digest is the SHA-256 of, and its files.</summary>
internal static class ShippedDataset
{
    private const string Prefix = "sha256:";

    /// <summary>Puts list and files.</summary>
    /// <param name="hashes">Remembers the hashes of the files.</param>
    /// <exception cref="ResearchException">The folder is not what it was when the run was planned.</exception>
    public static DatasetInput Put(JobExchange exchange, VerifiedFolder folder, IFileHashes hashes)
    {
        (string Path, string Digest)[] files = FilesOf(folder.Path, hashes);
        byte[] list = ListOf(folder.Path, files);
        string name = Prefix + JobFile.NameOf(list);
        if (name != folder.Digest)
        {
            throw new ResearchException(
                $"{folder.Path}: its files have {name}, and {folder.Digest} is needed; run again, which fetches it anew."
            );
        }

        foreach ((string path, string digest) in files)
        {
            exchange.Put(digest, StoredFile.Plain(Path.Combine(folder.Path, path)));
        }

        PutList(exchange, list);
        return new DatasetInput(folder.Version, folder.Digest, list.Length);
    }

    /// <summary>Brings list and files into a folder, which appears whole or not at all; one that is there is checked, and brought anew where it is damaged.</summary>
    /// <param name="hashes">Of the node's own files.</param>
    /// <exception cref="ResearchException">A file is not there, or not whole.</exception>
    public static VerifiedFolder Fetch(JobExchange exchange, DatasetInput dataset, string folder, IFileHashes hashes)
    {
        if (!IsWhole(folder, dataset, hashes))
        {
            string fresh = $"{folder}.{Path.GetRandomFileName()}.new";
            foreach (string line in ListOf(exchange, dataset, fresh).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Bring(exchange, line.Split('\t'), fresh);
            }

            Publish(fresh, folder, dataset, hashes);
        }

        Directory.SetLastWriteTimeUtc(folder, TimeProvider.System.GetUtcNow().UtcDateTime); // it is in use

        return new VerifiedFolder(folder, dataset.Version, dataset.Digest);
    }

    private static void PutList(JobExchange exchange, byte[] list)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, list);
            exchange.Put("list", file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string ListOf(JobExchange exchange, DatasetInput dataset, string fresh)
    {
        string file = Path.Combine(fresh, ".list");
        if (!exchange.Fetch(new Output("list", dataset.ListBytes, dataset.Digest[Prefix.Length..]), file))
        {
            throw Missing(exchange, "the list of a dataset's files");
        }

        string text = File.ReadAllText(file);
        File.Delete(file);
        return text;
    }

    private static void Bring(JobExchange exchange, string[] words, string fresh)
    {
        string path = words[0];
        if (Path.IsPathRooted(path) || path.Split('/').Any(part => !Names.IsFileName(part)))
        {
            throw new ResearchException($"{exchange.Name}: '{Printable.Of(path)}' is no path within a dataset.");
        }

        var file = new Output("file", long.Parse(words[1], CultureInfo.InvariantCulture), words[2]);
        if (!exchange.Fetch(file, Path.Combine(fresh, path)))
        {
            throw Missing(exchange, path);
        }
    }

    private static void Publish(string fresh, string folder, DatasetInput dataset, IFileHashes hashes)
    {
        try
        {
            if (Directory.Exists(folder) && !IsWhole(folder, dataset, hashes))
            {
                Directory.Delete(folder, recursive: true); // damaged
            }

            BusyFile.Retry(() => Directory.Move(fresh, folder));
        }
        catch (IOException) when (IsWhole(folder, dataset, hashes))
        {
            Directory.Delete(fresh, recursive: true); // another task of this machine was faster, with the same files
        }
    }

    private static bool IsWhole(string folder, DatasetInput dataset, IFileHashes hashes)
    {
        try
        {
            return Directory.Exists(folder) && Prefix + JobFile.NameOf(ListOf(folder, FilesOf(folder, hashes))) == dataset.Digest;
        }
        catch (IOException)
        {
            return false; // another task of this machine is replacing it
        }
    }

    private static (string Path, string Digest)[] FilesOf(string folder, IFileHashes hashes) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
                .Select(path => (path, hashes.Of(Path.Combine(folder, path)))),
        ];

    private static byte[] ListOf(string folder, (string Path, string Digest)[] files) =>
        Encoding.UTF8.GetBytes(string.Concat(files.Select(file => LineOf(folder, file.Path, file.Digest))));

    private static ResearchException Missing(JobExchange exchange, string what) =>
        new($"{exchange.Name} has no whole copy of {what}.");

    private static string LineOf(string folder, string path, string digest) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}\t{new FileInfo(Path.Combine(folder, path)).Length}\t{digest}\n");
}
