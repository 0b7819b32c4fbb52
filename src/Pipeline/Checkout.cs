using Research.Data.Locking;
using Research.Numerics;

namespace Research.Pipeline;

/// <summary>A checkout of the package: the folder with datasets.lock.</summary>
public static class Checkout
{
    private const string Marker = DatasetLock.FileName;

    /// <summary>The first folder at or above one of those that has a datasets.lock.</summary>
    /// <exception cref="ResearchException">There is none.</exception>
    public static string RootAbove(params IEnumerable<string> folders) =>
        folders.Select(Above).FirstOrDefault(root => root is not null)
        ?? throw new ResearchException($"{Marker} was not found here or above; run this inside a checkout of the package.");

    /// <summary>The first folder at or above that one that has a datasets.lock; null where none has.</summary>
    public static string? Above(string start)
    {
        string? folder = start;
        while (folder is not null && !File.Exists(Path.Combine(folder, Marker)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    /// <summary>The checkout whose script started the program, or that a person stands in, or that the program was built in.</summary>
    public static string Here() =>
        Environment.GetEnvironmentVariable("RESEARCH_CHECKOUT") is { Length: > 0 } given
            ? RootAbove(given)
            : RootAbove(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);

    public static string LockFile(string root) => Path.Combine(root, Marker);

    /// <summary>The lock of the user's own datasets; it need not be there.</summary>
    public static string LocalLockFile(string root) => Path.Combine(root, DatasetLock.LocalFileName);

    /// <summary>Every pinned dataset of a checkout; none where it has no lock.</summary>
    /// <exception cref="ResearchException">The lock is not valid.</exception>
    public static DatasetLock PinsOf(string root) => Read(LockFile(root)).With(Read(LocalLockFile(root)));

    /// <summary>The user's own datasets of a checkout; none where there is no local lock.</summary>
    /// <exception cref="ResearchException">The lock is not valid.</exception>
    public static DatasetLock OwnPinsOf(string root) => Read(LocalLockFile(root));

    private static DatasetLock Read(string path) =>
        File.Exists(path) ? DatasetLock.Load(path) : new DatasetLock { Datasets = [] };
}
