using Research.Data.Store;

namespace Research.Pipeline.Store;

/// <summary>Files that are not what they were: kept apart, where somebody may look at them, and in nobody's way.</summary>
internal static class DamagedFiles
{
    /// <summary>Name of the folder within a store.</summary>
    public const string Folder = "damaged";

    /// <summary>Whether a file of that name was set aside.</summary>
    /// <param name="root">Of the store that keeps it.</param>
    public static bool Has(string root, string name)
    {
        string folder = Path.Combine(root, Folder);
        return Directory.Exists(folder) && Directory.EnumerateFiles(folder, name + "-*").Any();
    }

    /// <summary>Moves a file out of the way.</summary>
    /// <param name="root">Of the store that keeps it.</param>
    public static void SetAside(string root, string path)
    {
        string damaged = Path.Combine(root, Folder, $"{Path.GetFileName(path)}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path.GetDirectoryName(damaged)!);
        try
        {
            BusyFile.Retry(() => File.Move(path, damaged));
        }
        catch (FileNotFoundException)
        {
            // Another run set it aside first.
        }
    }
}
