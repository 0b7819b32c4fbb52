namespace Research.Data.Store;

/// <summary>A folder that its owner alone can read and change: what lies in a cache is believed, and some of it is run.</summary>
public static class PrivateFolder
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder where it is not there; one that is there stays as it is. On Windows the folder above it decides who may do what.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, OwnerAlone);
        }
    }
}
