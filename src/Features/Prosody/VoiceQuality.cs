using Research.Numerics;

namespace Research.Features.Prosody;

/// <summary>How periodic, steady and breathy a voice is.</summary>
internal static class VoiceQuality
{
    private const double LeastStrength = 0.001;
    private const double MostStrength = 0.9999;

    public static IReadOnlyList<string> Names { get; } =
    ["harmonicity_mean", "harmonicity_sd", "harmonicity_p20", "jitter", "shimmer", "jitter_change", "h1_h2_mean", "h1_h2_sd"];

    /// <summary>Decibels; for jitter semitones a frame.</summary>
    public static double[] Of(VoiceFrames frames, PowerDensity density)
    {
        int[] voiced = VoiceFrames.Where(frames.Voiced);
        double[] harmonicity = [.. voiced.Select(t => Harmonicity(frames.Strength(t)))];
        double[] pitchSteps = PitchShape.Steps(frames, frames.Semitones);
        double[] levelSteps = PitchShape.Steps(frames, frames.Level);
        double[] changes =
        [
            .. Enumerable.Range(1, Math.Max(0, pitchSteps.Length - 1)).Select(i => pitchSteps[i] - pitchSteps[i - 1]),
        ];
        return
        [
            .. Spread.Both(harmonicity),
            Spread.Percentile(harmonicity, 0.2),
            Spread.Percentile([.. pitchSteps.Select(Math.Abs)], 0.5),
            Spread.Mean([.. levelSteps.Select(Math.Abs)]),
            Spread.Percentile([.. changes.Select(Math.Abs)], 0.5),
            .. Spread.Both([.. voiced.Select(t => Harmonic(frames, density, t, 1) - Harmonic(frames, density, t, 2))]),
        ];
    }

    private static double Harmonicity(double strength)
    {
        double share = Math.Clamp(strength, LeastStrength, MostStrength);
        return 10 * PortableMath.Log10(share / (1 - share));
    }

    // The highest of the three bins about a harmonic.
    private static double Harmonic(VoiceFrames frames, PowerDensity density, int t, int number)
    {
        int bin = Math.Clamp((int)Math.Round(number * frames.Hertz(t) / density.BinHz), 1, density.Bins - 3);
        return Math.Max(density.Decibels(t, bin - 1), Math.Max(density.Decibels(t, bin), density.Decibels(t, bin + 1)));
    }
}
