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
    internal static Recording Parse(byte[] wav, string path, RecordingLimits limits)
    {
        Waveform wave = Refusing(() => WavReader.Parse(wav, path));
        Check(wave, path, limits);
        return new Recording(wave, Refusing(() => Clipping.LargestShare(wav, path)));
    }

    private static T Refusing<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (AudioFormatException error)
        {
            throw new RecordingException(error.Problem, error.Message);
        }
    }

    private static void Check(Waveform wave, string path, RecordingLimits limits)
    {
        if (wave.DurationSeconds < limits.ShortestSeconds)
        {
            throw RecordingException.Of(
                RecordingProblem.TooShort,
                path,
                $"lasts {wave.DurationSeconds:0.000} s; at least {limits.ShortestSeconds} s are needed."
            );
        }

        if (wave.DurationSeconds > limits.LongestSeconds)
        {
            throw RecordingException.Of(
                RecordingProblem.TooLong,
                path,
                $"lasts more than {limits.LongestSeconds:0} s; a model hears one word or sentence, {limits.LongestSeconds:0} s at most. Cut it first, for example: ffmpeg -i IN -ss 0 -t 5 OUT.wav"
            );
        }

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
