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
        string[] paths =
        [
            .. Directory
                .EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
        (string Path, string Digest)[] files = [.. paths.Select(path => (path, hashes.Of(Path.Combine(folder.Path, path))))];
        byte[] list = Encoding.UTF8.GetBytes(string.Concat(files.Select(file => LineOf(folder.Path, file.Path, file.Digest))));
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

    /// <summary>Brings list and files into a folder, which appears whole or not at all.</summary>
    /// <exception cref="ResearchException">A file is not there, or not whole.</exception>
    public static VerifiedFolder Fetch(JobExchange exchange, DatasetInput dataset, string folder)
    {
        if (!Directory.Exists(folder))
        {
            string fresh = $"{folder}.{Path.GetRandomFileName()}.new";
            foreach (string line in ListOf(exchange, dataset, fresh).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Bring(exchange, line.Split('\t'), fresh);
            }

            Publish(fresh, folder);
        }

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

    private static void Publish(string fresh, string folder)
    {
        try
        {
            BusyFile.Retry(() => Directory.Move(fresh, folder));
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(fresh, recursive: true); // another task of this machine was faster, with the same files
        }
    }

    private static ResearchException Missing(JobExchange exchange, string what) =>
        new($"{exchange.Name} has no whole copy of {what}.");

    private static string LineOf(string folder, string path, string digest) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}\t{new FileInfo(Path.Combine(folder, path)).Length}\t{digest}\n");
}
