using NVorbis;

namespace Research.Data.Audio.Decoding;

/// <summary>Ogg Vorbis, decoded by NVorbis.</summary>
internal static class Vorbis
{
    private const int FirstPacket = 28; // after the first page's header with its one segment

    public static string Name { get; } = LibraryName.Of(typeof(VorbisReader));

    /// <summary>Whether a file begins as Ogg Vorbis does.</summary>
    public static bool Begins(Stream file)
    {
        byte[] start = new byte[FirstPacket + 7];
        file.Position = 0;
        int count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return count == start.Length
            && start.AsSpan().StartsWith("OggS"u8)
            && start.AsSpan(FirstPacket).StartsWith("\u0001vorbis"u8);
    }

    /// <summary>The sound of the first recording with what is amiss; null where the library cannot read it.</summary>
    public static DecodedSound? Decode(Stream file, string shown, DecoderBounds bounds) =>
        ToWav(file, shown, bounds) is { } wav ? new(wav, Name, OggStream.Warnings(file)) : null;

    /// <summary>The sound as a WAV of floats; null where the library cannot read it.</summary>
    public static Stream? ToWav(Stream file, string shown, DecoderBounds bounds)
    {
        try
        {
            if (!VorbisBooks.AreSound(file))
            {
                return null;
            }

            using var sound = new VorbisSound(file);
            return FloatWav.Write(sound.Channels, sound.SampleRate, bounds, shown, sound.Read);
        }
        catch (Exception error) when (error is not (RecordingException or OutOfMemoryException))
        {
            return null; // whatever a damaged file makes the library say
        }
    }
}
