using System.Buffers.Binary;
using Research.Data;
using Research.Data.Audio;
using Research.Experiments.Recognition;

namespace Research.Cli.Models;

/// <summary>Clipping, channel by channel: reading averages the channels, and what is clipped in one hides in the mean.</summary>
internal static class Clipping
{
    private const int ChannelsAt = 2;
    private const int FrameBytesAt = 12;

    /// <summary>Largest share of clipped samples of a channel.</summary>
    /// <param name="wav">A WAV that was read.</param>
    /// <param name="wave">What was read of it.</param>
    public static double Share(byte[] wav, Waveform wave, string path)
    {
        int format = WavKind.Chunk(wav, "fmt "u8);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(wav.AsSpan(format + ChannelsAt));
        if (channels == 1)
        {
            return InputRange.ClippedShare(wave.Samples);
        }

        // The same bytes as one channel: its samples are those of all channels in turn.
        byte[] one = [.. wav];
        Span<byte> frameBytes = one.AsSpan(format + FrameBytesAt);
        BinaryPrimitives.WriteUInt16LittleEndian(one.AsSpan(format + ChannelsAt), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(
            frameBytes,
            (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(frameBytes) / channels)
        );
        double[] all = WavReader.Parse(one, path).Samples;
        return Enumerable.Range(0, channels).Max(c => InputRange.ClippedShare([.. all.Where((_, i) => i % channels == c)]));
    }
}
