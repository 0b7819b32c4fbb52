using NLayer;

namespace Research.Data.Audio.Decoding;

/// <summary>MPEG audio, layers I to III, decoded by NLayer.</summary>
internal static class Mp3
{
    public static string Name { get; } = LibraryName.Of(typeof(MpegFile));

    /// <summary>The sound with what is amiss; null where the library cannot read it, or rate or channels change, of which the library says nothing.</summary>
    public static DecodedSound? Decode(Stream file, string shown, DecoderBounds bounds)
    {
        var stream = MpegStream.Of(file);
        return stream.IsOfOneKind && ToWav(file, shown, bounds) is { } wav ? new(wav, Name, stream.Warnings) : null;
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
