namespace Research.Results.Metrics.Beats;

/// <summary>Matches events one to one, as many as can be, each within a window of its partner.</summary>
/// <remarks>On a line, with one window for all, taking the earliest that fit is a largest matching.</remarks>
internal static class EventMatching
{
    /// <summary>How many pairs there are.</summary>
    /// <param name="truth">Ascending.</param>
    /// <param name="found">Ascending.</param>
    public static int Count(double[] truth, double[] found, double window)
    {
        (int t, int f, int pairs) = (0, 0, 0);
        while (t < truth.Length && f < found.Length)
        {
            if (truth[t] < found[f] - window)
            {
                t++;
            }
            else if (truth[t] > found[f] + window)
            {
                f++;
            }
            else
            {
                (t, f, pairs) = (t + 1, f + 1, pairs + 1);
            }
        }

        return pairs;
    }

    /// <summary>2·pairs/(true + found) events; 0 where either side has none.</summary>
    public static double FMeasure(double[] truth, double[] found, double window) =>
        truth.Length == 0 || found.Length == 0 ? 0 : 2.0 * Count(truth, found, window) / (truth.Length + found.Length);
}
