using Research.Numerics;

namespace Research.Features.Voice;

/// <summary>The cheapest path through the candidates of all frames (Viterbi), eq. 24 to 27 of Boersma (1993).</summary>
internal static class PitchPath
{
    private const double ReferenceStepSeconds = 0.01; // the prices of changes are those of 10 ms

    /// <summary>Index of the candidate of each frame.</summary>
    public static int[] Of(PitchFrame[] frames, PitchSettings settings, double ceilingHz, double stepSeconds)
    {
        double scale = ReferenceStepSeconds / stepSeconds;
        (double jump, double change) = (settings.OctaveJumpCost * scale, settings.VoicedUnvoicedCost * scale);
        var from = new int[frames.Length][];
        double[] best = [];
        for (int t = 0; t < frames.Length; t++)
        {
            double[] local = Local(frames[t], settings, ceilingHz);
            from[t] = new int[local.Length];
            for (int c = 0; t > 0 && c < local.Length; c++)
            {
                double hertz = frames[t].Candidates[c].Hertz;
                (int place, double highest) = (0, double.NegativeInfinity);
                for (int p = 0; p < best.Length; p++)
                {
                    double value = best[p] - Price(frames[t - 1].Candidates[p].Hertz, hertz, ceilingHz, jump, change) + local[c];
                    (place, highest) = value > highest ? (p, value) : (place, highest);
                }

                (from[t][c], local[c]) = (place, highest);
            }

            best = local;
        }

        return Back(from, best);
    }

    private static double[] Local(PitchFrame frame, PitchSettings settings, double ceilingHz)
    {
        double silence = 2 - (frame.Intensity / (settings.SilenceThreshold / (1 + settings.VoicingThreshold)));
        double unvoiced = settings.VoicingThreshold + Math.Max(0, silence);
        return
        [
            .. frame.Candidates.Select(candidate =>
                IsVoiced(candidate.Hertz, ceilingHz)
                    ? candidate.Strength - (settings.OctaveCost * Log2(ceilingHz / candidate.Hertz))
                    : unvoiced
            ),
        ];
    }

    private static double Price(double before, double after, double ceilingHz, double jump, double change) =>
        (IsVoiced(before, ceilingHz), IsVoiced(after, ceilingHz)) switch
        {
            (true, true) => jump * Math.Abs(Log2(before / after)),
            (false, false) => 0,
            _ => change,
        };

    private static int[] Back(int[][] from, double[] best)
    {
        var path = new int[from.Length];
        int place = best.Length == 0 ? 0 : Array.IndexOf(best, best.Max());
        for (int t = from.Length - 1; t >= 0; t--)
        {
            path[t] = place;
            place = from[t][place];
        }

        return path;
    }

    internal static bool IsVoiced(double hertz, double ceilingHz) => hertz > 0 && hertz < ceilingHz;

    internal static double Log2(double ratio) => PortableMath.Log(ratio) * 1.4426950408889634;
}
