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
        MatrixBinary.Write(writer, standardizer.Mean);
        MatrixBinary.Write(writer, standardizer.Scale);
        MatrixBinary.Write(writer, model.Weights);
        MatrixBinary.Write(writer, model.Intercepts);
    }

    public static (Standardizer Standardizer, LogisticRegression Model) Read(BinaryReader reader)
    {
        var standardizer = new Standardizer(MatrixBinary.ReadVector(reader), MatrixBinary.ReadVector(reader));
        return (standardizer, LogisticRegression.Of(MatrixBinary.Read(reader), MatrixBinary.ReadVector(reader)));
    }
}
