using System.Text;
using Research.Features.Normalization;
using Research.Numerics;

namespace Research.Evaluation.Trials;

/// <summary>A trained network's weights with the scaling of its frames.</summary>
public static class NetworkFile
{
    /// <param name="weights">As ModelFile writes them.</param>
    public static byte[] Write(Standardizer standardizer, byte[] weights)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            Write(writer, standardizer, weights);
        }

        return bytes.ToArray();
    }

    public static void Write(BinaryWriter writer, Standardizer standardizer, byte[] weights)
    {
        MatrixBinary.Write(writer, standardizer.Mean);
        MatrixBinary.Write(writer, standardizer.Scale);
        writer.Write(weights.Length);
        writer.Write(weights);
    }

    public static (Standardizer Standardizer, byte[] Weights) Read(BinaryReader reader)
    {
        var standardizer = new Standardizer(MatrixBinary.ReadVector(reader), MatrixBinary.ReadVector(reader));
        return (standardizer, reader.ReadBytes(reader.ReadInt32()));
    }
}
