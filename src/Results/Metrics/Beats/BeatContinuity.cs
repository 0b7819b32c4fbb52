namespace Research.Results.Metrics.Beats;

/// <summary>The share of beats that are right together with the distance to their predecessor.</summary>
/// <remarks>
/// Source: Hainsworth and Macleod (2004), EURASIP J. Applied Signal Processing; Klapuri, Eronen and Astola (2006), IEEE TASLP 14(1).
/// As mir_eval: of two tracked beats whose nearest true beat is the same, one counts; the first beats look forward for their distance, the last back.
/// </remarks>
internal static class BeatContinuity
{
    /// <summary>Right beats over the larger of the two counts.</summary>
    /// <param name="truth">Ascending.</param>
    /// <param name="tracked">At least two, ascending.</param>
    public static double Total(double[] truth, double[] tracked, BeatMetricSettings settings)
    {
        var used = new bool[truth.Length];
        int right = 0;
        for (int i = 0; i < tracked.Length; i++)
        {
            int nearest = Nearest(truth, tracked[i]);
            if (!used[nearest] && IsRight(truth, nearest, tracked, i, settings))
            {
                used[nearest] = true;
                right++;
            }
        }

        return (double)right / Math.Max(truth.Length, tracked.Length);
    }

    private static bool IsRight(double[] truth, int nearest, double[] tracked, int i, BeatMetricSettings settings)
    {
        bool forward = i == 0 || nearest == 0;
        double distance = Distance(truth, nearest, forward);
        double phase = Math.Abs(tracked[i] - truth[nearest]) / distance;
        double period = Math.Abs(1 - (Distance(tracked, i, forward) / distance));
        return distance > 0 && phase < settings.PhaseTolerance && period < settings.PeriodTolerance;
    }

    // To the next beat or the one before; of a single beat 0.
    private static double Distance(double[] beats, int i, bool forward)
    {
        int from = forward && i + 1 < beats.Length ? i : Math.Max(0, i - 1);
        return beats[Math.Min(from + 1, beats.Length - 1)] - beats[from];
    }

    private static int Nearest(double[] truth, double beat)
    {
        int nearest = 0;
        for (int k = 1; k < truth.Length; k++)
        {
            nearest = Math.Abs(beat - truth[k]) < Math.Abs(beat - truth[nearest]) ? k : nearest;
        }

        return nearest;
    }
}
