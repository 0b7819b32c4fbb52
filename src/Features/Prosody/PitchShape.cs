namespace Research.Features.Prosody;

/// <summary>How high the voice is, and how it moves.</summary>
internal static class PitchShape
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "pitch_mean",
        "pitch_p10",
        "pitch_p50",
        "pitch_p90",
        "pitch_sd",
        "pitch_p80_p20",
        "pitch_p90_p10",
        "pitch_skew",
        "pitch_slope",
        "pitch_last_first_third",
        "pitch_motion",
        "pitch_rise",
        "pitch_fall",
    ];

    /// <summary>Semitones above 50 Hz, semitones, and semitones a second.</summary>
    public static double[] Of(VoiceFrames frames)
    {
        int[] voiced = VoiceFrames.Where(frames.Voiced);
        double[] pitch = [.. voiced.Select(t => frames.Semitones[t])];
        double[] seconds = [.. voiced.Select(t => t * frames.StepSeconds)];
        double[] p = [.. new[] { 0.1, 0.2, 0.5, 0.8, 0.9 }.Select(share => Spread.Percentile(pitch, share))];
        double[] steps = Steps(frames, frames.Semitones);
        int third = pitch.Length / 3;
        double rate = 1 / frames.StepSeconds;
        return
        [
            Spread.Mean(pitch),
            p[0],
            p[2],
            p[4],
            Spread.Deviation(pitch),
            p[3] - p[1],
            p[4] - p[0],
            p[4] + p[0] - (2 * p[2]),
            Spread.Slope(seconds, pitch),
            third == 0 ? 0 : Spread.Mean(pitch[^third..]) - Spread.Mean(pitch[..third]),
            rate * Spread.Mean([.. steps.Select(Math.Abs)]),
            rate * Spread.Mean([.. steps.Where(step => step > 0)]),
            rate * Spread.Mean([.. steps.Where(step => step < 0)]),
        ];
    }

    /// <summary>Change of a contour between neighbours that are both voiced.</summary>
    public static double[] Steps(VoiceFrames frames, double[] contour) =>
        [
            .. Enumerable
                .Range(1, Math.Max(0, frames.Count - 1))
                .Where(t => frames.Voiced[t] && frames.Voiced[t - 1])
                .Select(t => contour[t] - contour[t - 1]),
        ];
}
