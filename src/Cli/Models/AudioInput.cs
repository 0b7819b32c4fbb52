using Research.Data;
using Research.Data.Audio;
using Research.Experiments.Recognition;

namespace Research.Cli.Models;

/// <summary>Reads a recording for recognition: WAV by itself, any other format through ffmpeg where that is installed.</summary>
internal static class AudioInput
{
    private const double ShortestSeconds = 0.1;
    private const double LongestSeconds = 60;
    private const double SilenceDecibels = -80;

    /// <exception cref="InputException">The recording cannot be used; the message says what was seen and what to do.</exception>
    public static Waveform Read(string path)
    {
        Waveform wave = Decode(path);
        if (wave.DurationSeconds < ShortestSeconds)
        {
            throw Refuse(
                InputProblem.TooShort,
                path,
                $"lasts {wave.DurationSeconds:0.000} s; at least {ShortestSeconds} s are needed."
            );
        }

        if (wave.DurationSeconds > LongestSeconds)
        {
            throw Refuse(
                InputProblem.TooLong,
                path,
                $"lasts {wave.DurationSeconds:0} s; a model hears one word or sentence, {LongestSeconds:0} s at most. Cut it first, for example: ffmpeg -i IN -ss 0 -t 5 OUT.wav"
            );
        }

        return InputRange.Level(wave) > SilenceDecibels
            ? wave
            : throw Refuse(
                InputProblem.Silent,
                path,
                $"holds only silence (below {SilenceDecibels:0} dB), so there is nothing to recognise."
            );
    }

    private static Waveform Decode(string path)
    {
        if (Directory.Exists(path))
        {
            throw Refuse(
                InputProblem.Folder,
                path,
                $"is a folder; name the files in it, for example {Path.Combine(path, "*.wav")}"
            );
        }

        if (!File.Exists(path))
        {
            throw Refuse(InputProblem.Missing, path, $"there is no such file.");
        }

        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length == 0)
        {
            throw Refuse(InputProblem.Empty, path, $"is empty (0 bytes).");
        }

        return bytes.AsSpan().StartsWith("RIFF"u8) ? Wav(bytes, path) : Wav(Ffmpeg.ToWav(path), path);
    }

    private static Waveform Wav(byte[] bytes, string path)
    {
        try
        {
            return WavReader.Parse(bytes, path);
        }
        catch (AudioFormatException error)
        {
            bool number = error.Message.Contains("must be finite", StringComparison.Ordinal);
            throw new InputException(number ? InputProblem.NotFinite : InputProblem.Damaged, error.Message);
        }
    }

    private static InputException Refuse(InputProblem problem, string path, FormattableString words) =>
        new(problem, $"{path}: {FormattableString.Invariant(words)}");
}
