using Research.Data.Audio.Decoding;
using Research.Data.Audio.Wav;
using Research.Numerics;

namespace Research.Data.Audio.Reading;

/// <summary>Reads a recording of a user's, in any format, from a file, a pipe or the standard input.</summary>
/// <remarks>
/// WAV is read by <see cref="WavReader"/>'s own code, as datasets are; MP3 and Ogg Vorbis by libraries of ours, whatever else is installed, so that a file gives the
/// same features everywhere; anything else by an installed ffmpeg.
/// </remarks>
public static class RecordingReader
{
    /// <summary>Reads all of a recording and refuses one that holds nothing to recognise.</summary>
    /// <param name="path">Of a file; "-" is the standard input.</param>
    /// <exception cref="RecordingException">The recording cannot be used; the message says what was seen and what to do.</exception>
    public static Recording Read(string path, RecordingLimits limits)
    {
        using OpenRecording open = Open(path, limits);
        return Read(open, limits);
    }

    /// <summary>Opens a recording whose length is within the limits; its level is not looked at.</summary>
    /// <param name="path">Of a file; "-" is the standard input.</param>
    /// <exception cref="RecordingException">The recording cannot be used; the message says what was seen and what to do.</exception>
    public static OpenRecording Open(string path, RecordingLimits limits)
    {
        SoundFile file = SoundFile.Open(path, limits);
        OpenRecording? open = null;
        try
        {
            open = Opened(file, limits);
            CheckLength(open, limits);
            return open;
        }
        catch (Exception error)
        {
            open?.Dispose();
            file.Dispose();
            if (error is IOException or UnauthorizedAccessException)
            {
                throw RecordingException.Of(RecordingProblem.Unreadable, file.Shown, $"cannot be read: {error.Message}");
            }

            throw;
        }
    }

    /// <summary>The same for a WAV's bytes; the name is for messages.</summary>
    internal static Recording Parse(byte[] wav, string name, RecordingLimits limits)
    {
        using var open = new OpenRecording(new MemoryStream(wav, writable: false), name);
        CheckLength(open, limits);
        return Read(open, limits);
    }

    private static Recording Read(OpenRecording open, RecordingLimits limits)
    {
        Recording recording = open.ReadAll();
        CheckLevel(recording.Wave, open.Name, limits);
        return recording;
    }

    // The file itself where it holds samples, else what a decoder makes of it.
    private static OpenRecording Opened(SoundFile file, RecordingLimits limits)
    {
        if (file.Content.Length == 0)
        {
            throw RecordingException.Of(RecordingProblem.Empty, file.Shown, $"is empty (0 bytes).");
        }

        if (WavLayout.Begins(file.Content) && WavLayout.Of(file.Content, file.Shown).Format.Coding != SampleCoding.Other)
        {
            return new OpenRecording(file.Content, file.Shown);
        }

        DecoderBounds bounds = DecoderBounds.For(limits.LongestSeconds);
        DecodedSound sound = Decoded(file, bounds);
        file.Dispose();
        return new OpenRecording(sound, file.Shown);
    }

    private static DecodedSound Decoded(SoundFile file, DecoderBounds bounds) =>
        Mp3File.Begins(file.Content) && Mp3.Decode(file.Content, file.Shown, bounds) is { } mp3 ? mp3
        : Vorbis.Begins(file.Content) && Vorbis.Decode(file.Content, file.Shown, bounds) is { } vorbis ? vorbis
        : new(Ffmpeg.ToWav(file.Path, file.Shown, Seen(file), bounds), Ffmpeg.Name, []);

    private static string Seen(SoundFile file) =>
        WavLayout.Begins(file.Content)
            ? $"is a WAV of {WavLayout.Of(file.Content, file.Shown).Format.Name}, which is not decoded here"
        : Mp3File.Begins(file.Content) && !MpegStream.Of(file.Content).IsOfOneKind
            ? "is MPEG audio whose sample rate or channels change, which is not decoded here"
        : Mp3File.Begins(file.Content) ? "begins as MPEG audio but cannot be decoded: it may be damaged or cut off"
        : Vorbis.Begins(file.Content) ? "begins as Ogg Vorbis but cannot be decoded: it may be damaged or cut off"
        : Ffmpeg.Unknown;

    private static void CheckLength(OpenRecording open, RecordingLimits limits)
    {
        double seconds = open.DurationSeconds;
        if (seconds < limits.ShortestSeconds)
        {
            throw RecordingException.Of(
                RecordingProblem.TooShort,
                open.Name,
                $"lasts {seconds:0.000} s; at least {limits.ShortestSeconds} s are needed."
            );
        }

        if (seconds > limits.LongestSeconds)
        {
            throw RecordingException.Of(
                RecordingProblem.TooLong,
                open.Name,
                $"lasts more than {limits.LongestSeconds:0} s; {limits.Advice}"
            );
        }
    }

    private static void CheckLevel(Waveform wave, string name, RecordingLimits limits)
    {
        if (!(SignalLevel.Decibels(Centred(wave)) > limits.SilenceDecibels))
        {
            throw RecordingException.Of(
                RecordingProblem.Silent,
                name,
                $"holds only silence (its channels' mean is below {limits.SilenceDecibels:0} dB), so there is nothing to recognise."
            );
        }
    }

    // A constant is no sound, whatever its level.
    private static Waveform Centred(Waveform wave)
    {
        double mean = OrderedSum.Mean(wave.Samples);
        return wave with { Samples = [.. wave.Samples.Select(x => x - mean)] };
    }
}
