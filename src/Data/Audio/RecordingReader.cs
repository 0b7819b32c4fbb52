using Research.Data;
using Research.Data.Audio;
using Research.Experiments.Recognition;
using Research.Numerics;

namespace Research.Cli.Models;

/// <summary>Reads a recording for recognition and refuses what holds nothing to recognise.</summary>
internal static class AudioInput
{
    private const double ShortestSeconds = 0.1;

    /// <summary>A model hears one word or sentence.</summary>
    public const double LongestSeconds = 60;

    private const double SilenceDecibels = -80;

    /// <exception cref="InputException">The recording cannot be used; the message says what was seen and what to do.</exception>
    public static Recording Read(string path)
    {
        byte[] wav = AudioBytes.Read(path);
        Waveform wave = Parsed(wav, path);
        if (wave.DurationSeconds < ShortestSeconds)
        {
            throw InputException.Of(
                InputProblem.TooShort,
                path,
                $"lasts {wave.DurationSeconds:0.000} s; at least {ShortestSeconds} s are needed."
            );
        }

        if (wave.DurationSeconds > LongestSeconds)
        {
            throw InputException.Of(
                InputProblem.TooLong,
                path,
                $"lasts more than {LongestSeconds:0} s; a model hears one word or sentence, {LongestSeconds:0} s at most. Cut it first, for example: ffmpeg -i IN -ss 0 -t 5 OUT.wav"
            );
        }

        return InputRange.Level(Centred(wave)) > SilenceDecibels
            ? new Recording(wave, Clipping.Share(wav, wave, path))
            : throw InputException.Of(
                InputProblem.Silent,
                path,
                $"holds only silence (its channels' mean is below {SilenceDecibels:0} dB), so there is nothing to recognise."
            );
    }

    private static Waveform Parsed(byte[] bytes, string path)
    {
        try
        {
            return WavReader.Parse(bytes, path);
        }
        catch (AudioFormatException error)
        {
            bool Says(string words) => error.Message.Contains(words, StringComparison.Ordinal);
            InputProblem problem =
                Says("must be finite") ? InputProblem.NotFinite
                : Says("holds no samples") ? InputProblem.TooShort
                : InputProblem.Damaged;
            throw new InputException(problem, error.Message);
        }
    }

    // A constant is no sound, whatever its level.
    private static Waveform Centred(Waveform wave)
    {
        double mean = OrderedSum.Mean(wave.Samples);
        return wave with { Samples = [.. wave.Samples.Select(x => x - mean)] };
    }
}

/// <summary>A recording as a model hears it.</summary>
/// <param name="Clipped">Largest share of clipped samples of a channel.</param>
internal sealed record Recording(Waveform Wave, double Clipped);
