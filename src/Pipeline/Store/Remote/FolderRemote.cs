using System.Security.Cryptography;
using Research.Data.Store;

namespace Research.Pipeline.Store.Remote;

/// <summary>A folder in the layout of a remote store, such as one that a web server shows to others.</summary>
/// <param name="root">The folder; made by the first thing put there.</param>
internal sealed class FolderRemote(string root) : IRemote
{
    public string Name => root;

    public Task<byte[]?> EntryAsync(string name, int most, CancellationToken cancellation) =>
        Guard(() =>
        {
            string path = Path.Combine(root, "ac", name);
            return PlainFile.Exists(path) && new FileInfo(path).Length <= most ? PlainFile.Read(path, most) : null;
        });

    public Task<bool> FetchAsync(string digest, long size, string file, CancellationToken cancellation) =>
        Guard(() =>
        {
            string path = PathOf(digest);
            if (!PlainFile.Exists(path) || new FileInfo(path).Length != size)
            {
                return false;
            }

            File.Copy(path, file, overwrite: true);
            File.SetAttributes(file, FileAttributes.Normal);
            return true;
        });

    public Task PutEntryAsync(string name, byte[] bytes, CancellationToken cancellation) =>
        Guard(() =>
        {
            AtomicFile.Write(Path.Combine(root, "ac", name), bytes);
            return true;
        });

    public Task PutAsync(string digest, StoredFile file, CancellationToken cancellation) =>
        Guard(() =>
        {
            string path = PathOf(digest);
            if (!PlainFile.Exists(path) || !IsWhole(path, digest)) // half a file of a copy that was broken off is mended
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                string fresh = $"{path}.{Path.GetRandomFileName()}.new";
                using (Stream content = file.OpenRead())
                using (FileStream copy = File.Create(fresh))
                {
                    content.CopyTo(copy);
                }

                BusyFile.Replace(fresh, path);
            }
            else
            {
                Touch(path);
            }

            return true;
        });

    // Whoever clears away by age sees that it is in use.
    private static void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
        }
        catch (UnauthorizedAccessException)
        {
            // Another's file, who clears away his own.
        }
    }

    private static bool IsWhole(string path, string digest)
    {
        using FileStream content = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == digest;
    }

    private string PathOf(string digest) => Path.Combine(root, "cas", digest);

    private Task<T> Guard<T>(Func<T> work)
    {
        try
        {
            return Task.FromResult(work());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Task.FromException<T>(new RemoteException($"{root}: {error.Message}", error));
        }
    }
}
