using System.Text;
using Research.Features.Normalization;
using Research.Models.Classical;
using Research.Numerics;

namespace Research.Evaluation.Trials;

/// <summary>A logistic regression with the scaling of its vectors.</summary>
public static class VectorFile
{
    public static byte[] Write(Standardizer standardizer, LogisticRegression model)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            Write(writer, standardizer, model);
        }

        return bytes.ToArray();
    }

    public static void Write(BinaryWriter writer, Standardizer standardizer, LogisticRegression model)
    {
        StandardizerFile.Write(writer, standardizer);
        MatrixBinary.Write(writer, model.Weights);
        MatrixBinary.Write(writer, model.Intercepts);
    }

    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    /// <exception cref="InvalidDataException">A count is negative, or the counts contradict each other.</exception>
    public static (Standardizer Standardizer, LogisticRegression Model) Read(BinaryReader reader)
    {
        Standardizer standardizer = StandardizerFile.Read(reader);
        (Matrix weights, double[] intercepts) = (MatrixBinary.Read(reader), MatrixBinary.ReadVector(reader));
        return weights.Rows == intercepts.Length && weights.Columns == standardizer.Mean.Length
            ? (standardizer, LogisticRegression.Of(weights, intercepts))
            : throw new InvalidDataException(
                $"The weights are {weights.Rows} by {weights.Columns}; there are {intercepts.Length} intercepts and {standardizer.Mean.Length} features."
            );
    }
}
