using System.Text;
using Research.Data;
using Research.Numerics;

namespace Research.Evaluation.Trials;

/// <summary>Pictures that a generator made, all of one size, and the generator's weights where they are kept.</summary>
/// <param name="Pictures">Square, of 3 channels or 1.</param>
/// <param name="Weights">As ModelFile writes them; empty where they are not kept.</param>
internal sealed record GeneratedFile(IReadOnlyList<Image> Pictures, byte[] Weights)
{
    private const int MostSide = 4_096;

    /// <summary>A generator's output as a picture: −1 becomes 0, 1 becomes 255.</summary>
    /// <param name="planes">Shape [channels, side, side].</param>
    public static Image ImageOf(float[] planes, int channels, int side)
    {
        int pixels = side * side;
        byte[] bytes = new byte[channels * pixels];
        for (int i = 0; i < bytes.Length; i++)
        {
            double value = planes[(i % channels * pixels) + (i / channels)];
            bytes[i] = (byte)Math.Clamp(Math.Round((value + 1) * 127.5, MidpointRounding.ToEven), 0, 255);
        }

        return new Image(side, side, channels, bytes);
    }

    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Pictures.Count == 0 ? 1 : Pictures[0].Channels);
            writer.Write(Pictures.Count == 0 ? 1 : Pictures[0].Height);
            writer.Write(Pictures.Count);
            foreach (Image picture in Pictures)
            {
                writer.Write(picture.Bytes);
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

        var pictures = new Image[CountedBinary.ReadCount(reader, channels * side * side)];
        for (int i = 0; i < pictures.Length; i++)
        {
            byte[] bytes = new byte[channels * side * side];
            reader.BaseStream.ReadExactly(bytes);
            pictures[i] = new Image(side, side, channels, bytes);
        }

        return new(pictures, CountedBinary.ReadBlock(reader));
    }
}
