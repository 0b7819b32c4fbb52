namespace Research.Features.Prosody;

/// <summary>How loudness moves; not how loud the recording is, which the microphone decides.</summary>
internal static class LevelShape
{
    private static readonly double[] Flat = [0.2, 0.2, 0.2, 0.2, 0.2];

    public static IReadOnlyList<string> Names { get; } =
    [
        "level_sd",
        "level_p80_p20",
        "level_peak_p50",
        "level_skew",
        "level_rise",
        "level_fall",
        "level_slope",
        "level_pitch_correlation",
    ];

    /// <summary>Decibels, decibels a second, and a correlation.</summary>
    public static double[] Of(VoiceFrames frames)
    {
        double[] active = [.. VoiceFrames.Where(frames.Active).Select(t => frames.Level[t])];
        double[] p = [.. new[] { 0.1, 0.2, 0.5, 0.8, 0.9 }.Select(share => Spread.Percentile(active, share))];
        double[] span = frames.Level[frames.First..frames.End];
        double[] smooth = Smooth(span, Flat);
        double rate = 1 / frames.StepSeconds;
        double[] steps = [.. Enumerable.Range(1, Math.Max(0, smooth.Length - 1)).Select(t => smooth[t] - smooth[t - 1])];
        double[] seconds = [.. Enumerable.Range(0, span.Length).Select(t => t * frames.StepSeconds)];
        int[] voiced = VoiceFrames.Where(frames.Voiced);
        return
        [
            Spread.Deviation(active),
            p[3] - p[1],
            frames.Level.Max() - p[2],
            p[4] + p[0] - (2 * p[2]),
            rate * Spread.Mean([.. steps.Where(step => step > 0)]),
            rate * Spread.Mean([.. steps.Where(step => step < 0)]),
            Spread.Slope(seconds, span),
            Spread.Correlation([.. voiced.Select(t => frames.Semitones[t])], [.. voiced.Select(t => frames.Level[t])]),
        ];
    }

    /// <summary>Weighted mean over neighbours, the ends repeated.</summary>
    public static double[] Smooth(double[] values, double[] weights)
    {
        int half = weights.Length / 2;
        return
        [
            .. values.Select(
                (_, t) =>
                {
                    double sum = 0;
                    for (int k = 0; k < weights.Length; k++)
                    {
                        sum += weights[k] * values[Math.Clamp(t + k - half, 0, values.Length - 1)];
                    }

                    return sum;
                }
            ),
        ];
    }
}
