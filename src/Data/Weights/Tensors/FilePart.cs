using Research.Numerics;

namespace Research.Data.Weights.Tensors;

/// <summary>Numbers at a place of a file, and what may be wrong with a file as sentences.</summary>
internal static class FilePart
{
    /// <exception cref="ResearchException">The file cannot be read there any more.</exception>
    public static float[] Numbers(string path, long offset, NumberType type, IReadOnlyList<int> shape) =>
        Guarded(
            path,
            file =>
            {
                file.Position = offset;
                return NumberTypes.Read(file, type, shape.Aggregate(1, (product, size) => product * size));
            }
        );

    /// <summary>Opens a file, and turns whatever is wrong with it into a sentence that begins with its name.</summary>
    public static T Guarded<T>(string path, Func<FileStream, T> read)
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
