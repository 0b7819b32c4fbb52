using System.Buffers.Binary;
using Research.Numerics;

namespace Research.Data.Images;

/// <summary>What a PNG says of itself first: its size and how a pixel is written.</summary>
/// <param name="Channels">1 grey, 2 grey and transparency, 3 colours, 4 colours and transparency.</param>
internal sealed record PngHeader(int Width, int Height, int Channels)
{
    private const int Bytes = 13;

    /// <exception cref="ResearchException">Pictures of another kind, or of more pixels.</exception>
    public static PngHeader Parse(ReadOnlySpan<byte> chunk, int mostPixels)
    {
        if (chunk.Length != Bytes)
        {
            throw new ResearchException($"has a header of {chunk.Length} bytes; {Bytes} are needed.");
        }

        (uint width, uint height) = (
            BinaryPrimitives.ReadUInt32BigEndian(chunk),
            BinaryPrimitives.ReadUInt32BigEndian(chunk[4..])
        );
        if (width == 0 || height == 0 || (ulong)width * height > (ulong)mostPixels)
        {
            throw new ResearchException($"has {width} × {height} pixels; 1 to {mostPixels} are read.");
        }

        int channels = chunk[9] switch
        {
            0 => 1,
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 0,
        };
        return chunk[8] == 8 && channels > 0 && chunk[12] == 0
            ? new((int)width, (int)height, channels)
            : throw new ResearchException(
                $"has {chunk[8]} bits a channel, colour type {chunk[9]} and interlace {chunk[12]}; 8 bits, types 0, 2, 4, 6 and no interlace are read."
            );
    }
}
