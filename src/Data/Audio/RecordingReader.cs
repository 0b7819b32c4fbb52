using Research.Numerics;

namespace Research.Data.Audio;

/// <summary>Reads a recording of a user's, in any format, and refuses one that holds nothing to recognise.</summary>
public static class RecordingReader
{
    /// <summary>Reads a file: a WAV by itself, anything else through an installed ffmpeg.</summary>
    /// <exception cref="RecordingException">The recording cannot be used; the message says what was seen and what to do.</exception>
    public static Recording Read(string path, RecordingLimits limits) => Parse(WavBytes.Read(path, limits), path, limits);

    /// <summary>Reads a WAV's bytes; the path is for messages.</summary>
    /// <exception cref="RecordingException">The recording cannot be used.</exception>
    internal static Recording Parse(ReadOnlyMemory<byte> wav, string path, RecordingLimits limits)
    {
        try
        {
            WavData data = WavReader.Find(wav.Span, path);
            CheckLength(data.DurationSeconds, path, limits); // before memory for the samples is asked for
            Recording recording = SampleDecoder.Decode(data, path);
            CheckLevel(recording.Wave, path, limits);
            return recording;
        }
        catch (AudioFormatException error)
        {
            throw new RecordingException(error.Problem, error.Message);
        }
    }

    private static void CheckLength(double seconds, string path, RecordingLimits limits)
    {
        if (seconds < limits.ShortestSeconds)
        {
            throw RecordingException.Of(
                RecordingProblem.TooShort,
                path,
                $"lasts {seconds:0.000} s; at least {limits.ShortestSeconds} s are needed."
            );
        }

        if (seconds > limits.LongestSeconds)
        {
            throw RecordingException.Of(
                RecordingProblem.TooLong,
                path,
                $"lasts more than {limits.LongestSeconds:0} s; a model hears one word or sentence, {limits.LongestSeconds:0} s at most. Cut it first, for example: ffmpeg -i IN -ss 0 -t 5 OUT.wav"
            );
        }
    }

    private static void CheckLevel(Waveform wave, string path, RecordingLimits limits)
    {
        if (!(SignalLevel.Decibels(Centred(wave)) > limits.SilenceDecibels))
        {
            throw RecordingException.Of(
                RecordingProblem.Silent,
                path,
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
