using Research.Data.Arrays;
using Research.Numerics;

namespace Research.Data.Own;

/// <summary>Arrays that NumPy wrote, such as spectrograms: .npy, gzipped or not, one an item.</summary>
/// <param name="folder">The user's.</param>
public sealed class OwnArrays(string folder) : OwnFiles(folder)
{
    internal const string Extension = ".npy";

    private const string Zipped = ".npy.gz";

    public override string Things => "arrays";

    private protected override string Place => "arrays";

    private protected override string StoredExtension => Extension;

    /// <summary>Whether a file's name says that it is an array.</summary>
    public static bool Is(string file) =>
        file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || file.EndsWith(Zipped, StringComparison.OrdinalIgnoreCase);

    private protected override bool IsOne(string file) => Is(file);

    // All are stored alike, whatever their type and order, so that a digest pins the numbers.
    private protected override void Store(string source, string target)
    {
        using FileStream file = File.Create(target);
        NpyWriter.Write(file, Load(source));
    }

    /// <summary>Reads an array of finite numbers.</summary>
    /// <exception cref="ResearchException">It is none; the message names the file, and row and column of what is not finite.</exception>
    internal static Matrix Load(string source)
    {
        Matrix matrix = NpyReader.Read(source);
        try
        {
            FiniteNumbers.Check(matrix);
            return matrix;
        }
        catch (ResearchException error)
        {
            throw new ResearchException($"{source}: {error.Message}", error);
        }
    }
}
