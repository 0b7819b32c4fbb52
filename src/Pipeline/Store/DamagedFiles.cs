namespace Research.Pipeline.Store;

/// <summary>Files that are not what they were: kept apart, where somebody may look at them, and in nobody's way.</summary>
internal static class DamagedFiles
{
    /// <summary>Name of the folder within a store.</summary>
    public const string Folder = "damaged";

    /// <summary>Moves a file out of the way.</summary>
    /// <param name="root">Of the store that keeps it.</param>
    public static void SetAside(string root, string path)
    {
        string damaged = Path.Combine(root, Folder, $"{Path.GetFileName(path)}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path.GetDirectoryName(damaged)!);
        try
        {
            File.Move(path, damaged);
        }
        catch (FileNotFoundException)
        {
            // Another run set it aside first.
        }
    }
}
