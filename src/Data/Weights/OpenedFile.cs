using Research.Numerics;

namespace Research.Data.Weights;

/// <summary>A file that may be anything.</summary>
internal static class OpenedFile
{
    /// <summary>Opens a file, and turns whatever is wrong with it into a sentence that begins with its name.</summary>
    /// <exception cref="ResearchException">It cannot be read, or holds something else.</exception>
    public static T Read<T>(string path, Func<FileStream, T> read)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return read(file);
        }
        catch (EndOfStreamException error)
        {
            throw new ResearchException($"{path}: ends too early; fetch or copy it again.", error);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new ResearchException($"{path}: {error.Message}", error);
        }
    }
}
