using NLayer;
using Research.Data.Audio.Wav;

namespace Research.Data.Audio.Decoding;

/// <summary>MPEG audio, layers I to III, decoded by NLayer.</summary>
internal static class Mp3
{
    public static string Name { get; } = LibraryName.Of(typeof(MpegFile));

    /// <summary>Whether a file begins as MPEG audio does, after a tag or at once: eleven set bits, then no reserved version, layer, bit rate or sample rate.</summary>
    public static bool Begins(Stream file)
    {
        byte[] start = new byte[10];
        file.Position = 0;
        int count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        long tag = Id3Tag.Bytes(start.AsSpan(0, count));
        if (tag + 4 > file.Length)
        {
            return false;
        }

        file.Position = tag;
        file.ReadExactly(start, 0, 4);
        (int version, int layer, int bitRate, int rate) = (
            (start[1] >> 3) & 3,
            (start[1] >> 1) & 3,
            start[2] >> 4,
            (start[2] >> 2) & 3
        );
        return start[0] == 0xFF && start[1] >= 0xE0 && version != 1 && layer != 0 && bitRate is > 0 and < 15 && rate != 3;
    }

    /// <summary>The sound as a WAV of floats; null where the library cannot read it.</summary>
    public static Stream? ToWav(Stream file, string shown, DecoderBounds bounds)
    {
        try
        {
            file.Position = 0;
            using var mpeg = new MpegFile(file);
            return FloatWav.Write(
                mpeg.Channels,
                mpeg.SampleRate,
                bounds,
                shown,
                buffer => mpeg.ReadSamples(buffer, 0, buffer.Length)
            );
        }
        catch (Exception error) when (error is not (RecordingException or OutOfMemoryException))
        {
            return null; // whatever a damaged file makes the library say
        }
    }
}
