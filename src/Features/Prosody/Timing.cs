using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Prosody;

/// <summary>How long, how fast, and with how many interruptions somebody speaks.</summary>
internal static class Timing
{
    private const int PeakReach = 8; // frames on either side of which a peak is the highest
    private const double PeakDecibels = 20; // below the loud frames, at most

    public static IReadOnlyList<string> Names { get; } =
    [
        "duration_log",
        "voiced_share",
        "pause_share",
        "voiced_runs_rate",
        "voiced_run_mean",
        "voiced_run_sd",
        "unvoiced_run_mean",
        "unvoiced_run_sd",
        "peak_rate",
    ];

    /// <summary>Shares, seconds, and counts a second, between the first and the last active frame.</summary>
    public static double[] Of(VoiceFrames frames)
    {
        bool[] voiced = frames.Voiced[frames.First..frames.End];
        bool[] active = frames.Active[frames.First..frames.End];
        double seconds = voiced.Length * frames.StepSeconds;
        double[] spoken = Runs(voiced, true, frames.StepSeconds);
        double[] between = Runs(voiced, false, frames.StepSeconds);
        return
        [
            PortableMath.Log(seconds),
            (double)voiced.Count(frame => frame) / voiced.Length,
            (double)active.Count(frame => !frame) / active.Length,
            spoken.Length / seconds,
            .. Spread.Both(spoken),
            .. Spread.Both(between),
            Peaks(frames) / seconds,
        ];
    }

    private static double[] Runs(bool[] mask, bool of, double step)
    {
        var runs = new List<double>();
        int length = 0;
        for (int t = 0; t <= mask.Length; t++)
        {
            bool inside = t < mask.Length && mask[t] == of;
            if (!inside && length > 0)
            {
                runs.Add(length * step);
            }

            length = inside ? length + 1 : 0;
        }

        return [.. runs];
    }

    // Peaks of the smoothed level: about one a syllable.
    private static int Peaks(VoiceFrames frames)
    {
        double[] hann = Window.Of(WindowShape.Hann, 8)[1..];
        double sum = OrderedSum.Of(hann);
        double[] smooth = LevelShape.Smooth(frames.Level[frames.First..frames.End], [.. hann.Select(weight => weight / sum)]);
        return Enumerable.Range(1, Math.Max(0, smooth.Length - 2)).Count(t => IsPeak(smooth, t, frames.Loud - PeakDecibels));
    }

    private static bool IsPeak(double[] level, int t, double least)
    {
        int from = Math.Max(0, t - PeakReach);
        int to = Math.Min(level.Length, t + PeakReach + 1);
        return level[t] > least && level[t] > level[t - 1] && level[t] >= level[t + 1] && level[t] >= level[from..to].Max();
    }
}
