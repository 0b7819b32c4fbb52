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
        StandardizerFile.Write(writer, standardizer);
        writer.Write(weights.Length);
        writer.Write(weights);
    }

    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    /// <exception cref="InvalidDataException">A count is negative, or the counts contradict each other.</exception>
    public static (Standardizer Standardizer, byte[] Weights) Read(BinaryReader reader) =>
        (StandardizerFile.Read(reader), CountedBinary.ReadBlock(reader));

    /// <summary>Refuses weights that cannot be those of so large a network, before memory for it is asked for.</summary>
    /// <param name="weights">As ModelFile writes them.</param>
    /// <param name="least">Numbers that the network has at least.</param>
    /// <exception cref="InvalidDataException">The network is larger than the weights.</exception>
    public static void CheckRoom(byte[] weights, Int128 least)
    {
        if (least * sizeof(float) > weights.Length)
        {
            throw new InvalidDataException(
                $"The settings are of a network of at least {least} numbers; the weights hold {weights.Length / sizeof(float)}."
            );
        }
    }
}
