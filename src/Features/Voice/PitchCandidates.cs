namespace Research.Features.Voice;

/// <summary>Peaks of a frame's normalised autocorrelation, as pitches (Boersma, 1993, eq. 20 to 23).</summary>
internal static class PitchCandidates
{
    private const int FirstDepth = 30;
    private const int FineDepth = 70;
    private const int FinestDepth = 700;
    private const double FinestAbove = 0.3; // of the sample rate

    /// <param name="r">r(−reach) … r(reach); the middle is lag 0.</param>
    /// <param name="maximumLag">Lags from here on are no candidates.</param>
    public static PitchCandidate[] Of(double[] r, int maximumLag, int sampleRateHz, PitchSettings settings)
    {
        int reach = r.Length / 2;
        var found = new List<PitchCandidate> { new(0, 0) };
        var lags = new List<int> { 0 };
        for (int lag = 2; lag < maximumLag && lag < reach; lag++)
        {
            (double before, double here, double after) = (r[reach + lag - 1], r[reach + lag], r[reach + lag + 1]);
            if (here > 0.5 * settings.VoicingThreshold && here > before && here >= after)
            {
                double place = lag + (0.5 * (after - before) / ((2 * here) - before - after));
                var candidate = new PitchCandidate(sampleRateHz / place, Folded(Sinc.At(r, reach + place, FirstDepth)));
                Keep(found, lags, candidate, lag, settings);
            }
        }

        for (int i = 1; i < found.Count; i++)
        {
            int depth = found[i].Hertz > FinestAbove * sampleRateHz ? FinestDepth : FineDepth;
            (double place, double height) = Sinc.Peak(r, reach + lags[i], depth);
            found[i] = new(sampleRateHz / (place - reach), Folded(height));
        }

        return [.. found];
    }

    // The weakest makes room where there are too many; higher pitches are favoured.
    private static void Keep(
        List<PitchCandidate> found,
        List<int> lags,
        PitchCandidate candidate,
        int lag,
        PitchSettings settings
    )
    {
        if (found.Count < settings.Candidates)
        {
            found.Add(candidate);
            lags.Add(lag);
            return;
        }

        int weakest = Enumerable.Range(1, found.Count - 1).MinBy(i => Local(found[i], settings));
        if (Local(candidate, settings) > Local(found[weakest], settings))
        {
            (found[weakest], lags[weakest]) = (candidate, lag);
        }
    }

    private static double Local(PitchCandidate candidate, PitchSettings settings) =>
        candidate.Strength - (settings.OctaveCost * PitchPath.Log2(settings.FloorHz / candidate.Hertz));

    // A peak above 1 comes from a short window.
    private static double Folded(double height) => height > 1 ? 1 / height : height;
}
