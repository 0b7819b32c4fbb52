using Research.Numerics;

namespace Research.Results.Metrics.Beats;

/// <summary>How well tracked beats are the true ones.</summary>
/// <remarks>
/// Source: Davies, Degara and Plumbley (2009), "Evaluation methods for musical audio beat tracking algorithms", C4DM-TR-09-06.
/// Oracle: mir_eval 0.8.2, 1e-12 (tests/Golden/beats.json). Trimming the first seconds is the caller's choice there too.
/// </remarks>
/// <param name="FMeasure">Of a largest one-to-one matching of beats within the window; 0 where either side has no beat.</param>
/// <param name="CorrectLevelTotal">CMLt: the share of beats that follow the true tempo and phase, runs of any length; 0 for fewer than two beats on either side.</param>
/// <param name="AnyLevelTotal">AMLt: the same, of double, half (odd or even) or true tempo, or off the beat, whichever is best.</param>
public sealed record BeatMetrics(double FMeasure, double CorrectLevelTotal, double AnyLevelTotal)
{
    /// <param name="truth">Seconds, ascending.</param>
    /// <param name="tracked">Seconds, ascending.</param>
    /// <exception cref="ResearchException">A beat is not finite, or beats do not ascend.</exception>
    /// <exception cref="SettingsException">A window or tolerance is negative or not finite.</exception>
    public static BeatMetrics Of(IReadOnlyList<double> truth, IReadOnlyList<double> tracked, BeatMetricSettings settings)
    {
        CheckSettings(settings);
        double[] t = Counted(truth, "True", settings.FirstSeconds);
        double[] found = Counted(tracked, "Tracked", settings.FirstSeconds);
        double f = EventMatching.FMeasure(t, found, settings.WindowSeconds);
        if (t.Length < 2 || found.Length < 2)
        {
            return new(f, 0, 0);
        }

        double[] levels = [.. MetricalLevels.Of(t).Select(level => BeatContinuity.Total(level, found, settings))];
        return new(f, levels[0], levels.Max());
    }

    private static double[] Counted(IReadOnlyList<double> beats, string whose, double first)
    {
        for (int i = 0; i < beats.Count; i++)
        {
            if (!double.IsFinite(beats[i]) || (i > 0 && beats[i] <= beats[i - 1]))
            {
                throw new ResearchException(
                    FormattableString.Invariant(
                        $"{whose} beat {i} (from 0) is at {beats[i]} s: beats must be finite and ascend. Sort them and leave out repetitions."
                    )
                );
            }
        }

        return [.. beats.Where(beat => beat >= first)];
    }

    private static void CheckSettings(BeatMetricSettings settings)
    {
        double[] needed = [settings.WindowSeconds, settings.PhaseTolerance, settings.PeriodTolerance];
        if (!needed.All(value => value >= 0 && double.IsFinite(value)) || double.IsNaN(settings.FirstSeconds))
        {
            throw new SettingsException(
                $"{settings}: window and tolerances must be finite and at least 0, the first second a number."
            );
        }
    }
}
