namespace Research.Data.Audio.Decoding;

/// <summary>A file of our own for what does not fit in memory: only its owner can read it, and it goes when it is closed.</summary>
internal static class TemporaryFile
{
    private const string Prefix = "research-sound-";

    /// <summary>Opens a new, empty one; its name is random.</summary>
    /// <exception cref="IOException">The temporary folder cannot be written.</exception>
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete, // ffmpeg reads it by its name
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), Prefix + Path.GetRandomFileName()), options);
    }
}
