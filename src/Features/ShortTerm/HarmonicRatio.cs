using Research.Numerics;

namespace Research.Features.ShortTerm;

/// <summary>How periodic a frame is, and the frequency of its period: the two features of the study's part 1 beside the 34.</summary>
/// <remarks>
/// The highest value of the normalised autocorrelation Γ(m) = R(m)/√(R(0)·Σ x²[0 … N−1−m]) between its first change of sign and 16 ms, and the rate over
/// its lag. A frame whose Γ crosses zero too often, or that is hardly periodic, has pitch and ratio 0. The published program counts lags from zero where its table begins
/// at lag one, and takes the energies under the shifted frame in the wrong places; the corrected form does neither.
/// Source: Giannakopoulos and Pikrakis (2014), Introduction to Audio Analysis, ch. 4.3. Oracle: numpy, golden harmonic_ratio, 1e-9.
/// </remarks>
public static class HarmonicRatio
{
    private const double LongestPeriodSeconds = 0.016;
    private const double MostCrossings = 0.15;
    private const double LeastRatio = 0.1;
    private const double HighestHz = 5000;
    private const double Smallest = 2.220446049250313e-16;

    /// <summary>Of one frame.</summary>
    /// <returns>0 to 1 or a little more, and hertz; 0 where there is no pitch.</returns>
    public static (double Ratio, double Hertz) Of(ReadOnlySpan<double> frame, int sampleRateHz, ShortTermForm form)
    {
        bool published = form == ShortTermForm.AsPublished;
        int longest = (int)Math.Round(LongestPeriodSeconds * sampleRateHz, MidpointRounding.ToEven) - 1;
        longest = longest > frame.Length - 2 ? frame.Length - 3 : longest;
        double[] gamma = Normalised(frame, longest, published);
        if (longest < 2 || Crossings(gamma) > MostCrossings)
        {
            return (0, 0);
        }

        int lag = Array.IndexOf(gamma, gamma.Max());
        double hertz = sampleRateHz / (lag + (published ? Smallest : 1));
        return (gamma[lag], hertz > HighestHz || gamma[lag] < LeastRatio ? 0 : hertz);
    }

    // Γ at lags 1, 2, …; zero before the autocorrelation's first change of sign.
    private static double[] Normalised(ReadOnlySpan<double> frame, int longest, bool published)
    {
        var gamma = new double[Math.Max(0, longest)];
        double energy = OrderedSum.Dot(frame, frame);
        double[] correlation = Correlation(frame, frame.Length - 2);
        int first = FirstChange(correlation);
        double[] cumulative = new double[frame.Length];
        double sum = 0;
        for (int n = 0; n < frame.Length; n++)
        {
            cumulative[n] = sum += frame[n] * frame[n];
        }

        for (int m = first; m < longest; m++)
        {
            int end = published ? longest - (m - first) : frame.Length - 2 - m;
            gamma[m] = correlation[m] / (Math.Sqrt(energy * cumulative[end]) + Smallest);
        }

        return gamma;
    }

    private static double[] Correlation(ReadOnlySpan<double> frame, int lags)
    {
        var correlation = new double[Math.Max(0, lags)];
        for (int m = 0; m < correlation.Length; m++)
        {
            correlation[m] = OrderedSum.Dot(frame[(m + 1)..], frame[..^(m + 1)]);
        }

        return correlation;
    }

    private static int FirstChange(double[] values)
    {
        int change = Enumerable
            .Range(0, Math.Max(0, values.Length - 1))
            .FirstOrDefault(i => Math.Sign(values[i + 1]) != Math.Sign(values[i]), -1);
        return change < 0 ? values.Length - 1 : change;
    }

    private static double Crossings(double[] values)
    {
        int changes = 0;
        for (int i = 1; i < values.Length; i++)
        {
            changes += Math.Abs(Math.Sign(values[i]) - Math.Sign(values[i - 1]));
        }

        return 0.5 * changes / (values.Length - 1);
    }
}
