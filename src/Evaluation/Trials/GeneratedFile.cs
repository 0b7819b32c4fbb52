using System.Text;
using Research.Numerics;

namespace Research.Evaluation.Trials;

/// <summary>Pictures that a generator made, as bytes: 0 is −1, 255 is 1; and the generator's weights where they are kept.</summary>
/// <param name="Channels">3 (red, green, blue) or 1 (grey).</param>
/// <param name="Side">Pixels.</param>
/// <param name="Pictures">Channel by channel, row by row.</param>
/// <param name="Weights">As ModelFile writes them; empty where they are not kept.</param>
public sealed record GeneratedFile(int Channels, int Side, IReadOnlyList<byte[]> Pictures, byte[] Weights)
{
    private const int MostSide = 4_096;

    /// <param name="pictures">Values from −1 to 1.</param>
    public static GeneratedFile Of(int channels, int side, IReadOnlyList<float[]> pictures, byte[] weights) =>
        new(channels, side, [.. pictures.Select(picture => picture.Select(Quantised).ToArray())], weights);

    /// <summary>A picture as feature sets of pictures have it, [channels·side, side].</summary>
    /// <param name="darkest">What the byte 0 becomes.</param>
    /// <param name="lightest">What the byte 255 becomes.</param>
    public Matrix ToMatrix(int picture, double darkest, double lightest)
    {
        var matrix = new Matrix(Channels * Side, Side);
        for (int i = 0; i < matrix.Values.Length; i++)
        {
            matrix.Values[i] = darkest + ((lightest - darkest) * (Pictures[picture][i] / 255.0));
        }

        return matrix;
    }

    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Channels);
            writer.Write(Side);
            writer.Write(Pictures.Count);
            foreach (byte[] picture in Pictures)
            {
                writer.Write(picture);
            }

            writer.Write(Weights.Length);
            writer.Write(Weights);
        }

        return bytes.ToArray();
    }

    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    /// <exception cref="InvalidDataException">A count is negative, or a size cannot be.</exception>
    public static GeneratedFile Read(BinaryReader reader)
    {
        (int channels, int side) = (reader.ReadInt32(), reader.ReadInt32());
        if (channels is not (1 or 3) || side is < 1 or > MostSide)
        {
            throw new InvalidDataException(
                $"Generated pictures of {channels} channels and side {side}: 1 or 3 channels and a side from 1 to {MostSide} are needed; the file is damaged."
            );
        }

        int size = channels * side * side;
        var pictures = new byte[CountedBinary.ReadCount(reader, size)][];
        for (int i = 0; i < pictures.Length; i++)
        {
            pictures[i] = new byte[size];
            reader.BaseStream.ReadExactly(pictures[i]);
        }

        return new(channels, side, pictures, CountedBinary.ReadBlock(reader));
    }

    private static byte Quantised(float value) =>
        (byte)Math.Clamp(Math.Round((value + 1.0) * 127.5, MidpointRounding.ToEven), 0, 255);
}
