using Research.Data;
using Research.Data.Audio;

namespace Research.Evaluation.Recognition;

/// <summary>What the recordings that a model learned from were like; beyond it the model guesses.</summary>
/// <param name="SampleRatesHz">Of the recordings, ascending.</param>
/// <param name="ShortestSeconds">Shortest recording.</param>
/// <param name="LongestSeconds">Longest recording.</param>
/// <param name="QuietestDecibels">Lowest level (root mean square of the whole, below full scale).</param>
/// <param name="LoudestDecibels">Highest level.</param>
public sealed record InputRange(
    IReadOnlyList<int> SampleRatesHz,
    double ShortestSeconds,
    double LongestSeconds,
    double QuietestDecibels,
    double LoudestDecibels
)
{
    private const double MostClipped = 0.001; // share of the samples

    /// <summary>The range of some items; empty where they are no recordings.</summary>
    public static InputRange Of(IEnumerable<Item> items)
    {
        Waveform[] waves = [.. items.Where(item => item.Content is WaveformContent).Select(item => item.Waveform)];
        if (waves.Length == 0)
        {
            return new([], 0, 0, 0, 0);
        }

        double[] levels = [.. waves.Select(SignalLevel.Decibels)];
        return new(
            [.. waves.Select(wave => wave.SampleRateHz).Distinct().Order()],
            waves.Min(wave => wave.DurationSeconds),
            waves.Max(wave => wave.DurationSeconds),
            levels.Min(),
            levels.Max()
        );
    }

    /// <summary>What about a recording lies outside, in sentences; none where all is within.</summary>
    /// <param name="clipped">Share of its samples that are clipped.</param>
    public IEnumerable<string> Warnings(Waveform wave, double clipped)
    {
        double level = SignalLevel.Decibels(wave);
        if (wave.SampleRateHz < SampleRatesHz[0])
        {
            yield return Say(
                $"it has {wave.SampleRateHz} Hz, so nothing above {wave.SampleRateHz / 2} Hz, where the model heard {SampleRatesHz[0]} Hz"
            );
        }

        if (wave.DurationSeconds < ShortestSeconds || wave.DurationSeconds > LongestSeconds)
        {
            yield return Say(
                $"it lasts {wave.DurationSeconds:0.00} s; the model heard {ShortestSeconds:0.00} to {LongestSeconds:0.00} s"
            );
        }

        if (level < QuietestDecibels || level > LoudestDecibels)
        {
            yield return Say($"its level is {level:0} dB; the model heard {QuietestDecibels:0} to {LoudestDecibels:0} dB");
        }

        if (clipped > MostClipped)
        {
            yield return Say($"{100 * clipped:0.0} % of its samples are clipped");
        }
    }

    private static string Say(FormattableString words) => FormattableString.Invariant(words);
}
