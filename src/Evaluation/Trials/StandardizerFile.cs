using Research.Features.Normalization;
using Research.Numerics;

namespace Research.Evaluation.Trials;

/// <summary>The scaling of a model's features as bytes: the means, the deviations.</summary>
internal static class StandardizerFile
{
    public static void Write(BinaryWriter writer, Standardizer standardizer)
    {
        MatrixBinary.Write(writer, standardizer.Mean);
        MatrixBinary.Write(writer, standardizer.Scale);
    }

    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    /// <exception cref="InvalidDataException">There are not as many deviations as means.</exception>
    public static Standardizer Read(BinaryReader reader)
    {
        var standardizer = new Standardizer(MatrixBinary.ReadVector(reader), MatrixBinary.ReadVector(reader));
        return standardizer.Mean.Length == standardizer.Scale.Length
            ? standardizer
            : throw new InvalidDataException(
                $"The scaling has {standardizer.Mean.Length} means and {standardizer.Scale.Length} deviations."
            );
    }
}
