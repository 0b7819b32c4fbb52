using Research.Data.Store;

namespace Research.Pipeline.Store;

/// <summary>A fresh folder for half-made things, held by a lock that dies with its process; what the dead left is swept.</summary>
public sealed class Staging : IDisposable
{
    private const string LockSuffix = ".lock";

    private readonly FileStream _held;

    private Staging(string path, FileStream held) => (Path, _held) = (path, held);

    public string Path { get; }

    /// <summary>A new empty folder below a root.</summary>
    public static Staging Open(string root)
    {
        while (true)
        {
            string path = System.IO.Path.Combine(root, Guid.NewGuid().ToString("N"));
            if (StoreLock.TryTake(path + LockSuffix) is not { } held)
            {
                continue; // a sweeper looked at it first
            }

            if (File.Exists(path + LockSuffix))
            {
                Directory.CreateDirectory(path);
                return new Staging(path, held);
            }

            held.Dispose(); // swept between the opening and the lock
        }
    }

    /// <summary>Deletes what processes that are no more have left.</summary>
    public static void Sweep(string root)
    {
        foreach (string file in Directory.Exists(root) ? Directory.GetFiles(root, "*" + LockSuffix) : [])
        {
            try
            {
                using FileStream? held = StoreLock.TryTake(file);
                if (held is not null)
                {
                    Delete(file[..^LockSuffix.Length]);
                    File.Delete(file);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another sweeps it, or it is not ours to delete: it harms nobody.
            }
        }
    }

    public void Dispose()
    {
        try
        {
            Delete(Path);
            File.Delete(Path + LockSuffix);
        }
        catch (Exception error) when (BusyFile.IsPassing(error))
        {
            // Windows deletes nothing that a program has open; a later sweep does.
        }
        finally
        {
            _held.Dispose();
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
