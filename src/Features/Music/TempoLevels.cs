using Research.Numerics;

namespace Research.Features.Music;

/// <summary>Chooses among a tempo and its likely confusions by tracking the beats of each.</summary>
/// <remarks>
/// The largest ln Σ s[beat] + ln A[lag] − ½·(log₂(tempo/likely)/spread)²: s is the <see cref="BeatScore"/> of that tempo, A the mean tempogram at the lag
/// of at most 4 % away where it is largest. So a half tempo loses half of the strength, a double one gains little from weak strokes between.
/// Our own rule, without an oracle. The multiples are ratios of 2, 3 and 4, by which one metrical level is taken for another.
/// </remarks>
internal static class TempoLevels
{
    private const double Reach = 0.04;
    private const double SmallestCorrelation = 1e-6;
    private static readonly double[] Multiples = [1.0 / 3, 0.5, 2.0 / 3, 0.75, 1, 4.0 / 3, 1.5, 2, 3];

    /// <param name="estimated">The beats at the estimated tempo.</param>
    /// <param name="track">Tracks the beats at another.</param>
    public static BeatCandidate Best(
        OnsetEnvelope onset,
        BeatCandidate estimated,
        TempoSettings settings,
        Func<double, BeatCandidate> track
    )
    {
        double[] correlations = Tempo.Correlations(onset, settings);
        BeatCandidate best = estimated;
        double most = double.NegativeInfinity;
        foreach (int lag in Lags(onset, correlations, estimated.BeatsAMinute, settings))
        {
            BeatCandidate candidate = track(onset.BeatsAMinute(lag));
            double merit =
                PortableMath.Log(candidate.Strength)
                + PortableMath.Log(Math.Max(SmallestCorrelation, correlations[lag]))
                + Tempo.Prior(candidate.BeatsAMinute, settings);
            (best, most) = merit > most ? (candidate, merit) : (best, most);
        }

        return best;
    }

    // The best lag near each multiple, none twice; a beat must fit into the recording.
    private static IEnumerable<int> Lags(OnsetEnvelope onset, double[] correlations, double tempo, TempoSettings settings) =>
        Multiples
            .Select(multiple => Near(onset.BeatsAMinute(1) / (tempo * multiple), correlations))
            .OfType<int>()
            .Where(lag =>
                lag < onset.Values.Length && onset.BeatsAMinute(lag) < (settings.HighestTempo ?? double.PositiveInfinity)
            )
            .Distinct();

    private static int? Near(double lag, double[] correlations)
    {
        int first = Math.Max(2, (int)Math.Floor(lag * (1 - Reach)));
        int end = (int)Math.Min(correlations.Length, Math.Ceiling(lag * (1 + Reach)) + 1);
        return first < end ? Enumerable.Range(first, end - first).MaxBy(near => correlations[near]) : null;
    }
}
