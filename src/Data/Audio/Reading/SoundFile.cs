using Research.Data.Audio.Decoding;

namespace Research.Data.Audio.Reading;

/// <summary>A file that a person named, opened so that any place of it can be read; what comes through a pipe is put into a file first.</summary>
internal sealed class SoundFile : IDisposable
{
    /// <summary>Stands for the standard input.</summary>
    public const string StandardInput = "-";

    private const char Replacement = '\uFFFD'; // in the place of bytes that are no UTF-8

    private SoundFile(FileStream content, string shown) => (Content, Shown) = (content, shown);

    public FileStream Content { get; }

    /// <summary>Its name in messages.</summary>
    public string Shown { get; }

    /// <summary>Where it lies: a name for other programs.</summary>
    public string Path => Content.Name;

    public void Dispose() => Content.Dispose();

    /// <exception cref="RecordingException">There is no such file, or its bytes cannot be had.</exception>
    public static SoundFile Open(string path, RecordingLimits limits)
    {
        string shown = path == StandardInput ? "standard input" : path;
        try
        {
            Stream stream = path == StandardInput ? Console.OpenStandardInput() : Opened(path);
            return stream is FileStream { CanSeek: true } file ? new(file, shown) : new(Copied(stream, shown, limits), shown);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw Missing(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RecordingException.Of(RecordingProblem.Unreadable, shown, $"cannot be read: {error.Message}");
        }
    }

    private static FileStream Opened(string path) =>
        Directory.Exists(path)
            ? throw RecordingException.Of(
                RecordingProblem.Folder,
                path,
                $"is a folder; name the files in it, for example {System.IO.Path.TrimEndingDirectorySeparator(path)}/*.wav"
            )
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    private static RecordingException Missing(string path) =>
        path.Length > 0 && new FileInfo(path).LinkTarget is { } target
            ? RecordingException.Of(RecordingProblem.Missing, path, $"is a link to {target}, and there is no such file.")
        : path.Contains(Replacement, StringComparison.Ordinal)
            ? RecordingException.Of(
                RecordingProblem.Missing,
                path,
                $"the name is not UTF-8, so the file cannot be opened by it. Rename it, or give its content: … {StandardInput} < FILE"
            )
        : RecordingException.Of(RecordingProblem.Missing, path, $"there is no such file.");

    private static FileStream Copied(Stream pipe, string shown, RecordingLimits limits)
    {
        FileStream copy = TemporaryFile.Create();
        try
        {
            long most = DecoderBounds.For(limits.LongestSeconds).Bytes;
            using (pipe)
            {
                byte[] part = new byte[1 << 16];
                for (int read; (read = pipe.Read(part)) > 0; copy.Write(part, 0, read))
                {
                    if (copy.Length + read > most)
                    {
                        throw RecordingException.Of(
                            RecordingProblem.TooLong,
                            shown,
                            $"has more than {most >> 20} MiB; {limits.Advice}"
                        );
                    }
                }
            }

            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }
}
