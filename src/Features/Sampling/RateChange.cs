using System.Collections.Concurrent;
using System.Numerics;
using Research.Data;
using Research.Numerics;

namespace Research.Features.Sampling;

/// <summary>A signal at another whole sample rate.</summary>
/// <remarks>
/// <para>Rate·L/M in lowest terms: y[m] = Σ h[mM − nL]·x[n], h the windowed sinc at L times the old rate, scaled to pass a constant unchanged. The first samples
/// of both signals coincide, and ⌈N·L/M⌉ samples come out. A signal that has the rate already comes back as it is.</para>
/// <para>Source: Crochiere and Rabiner (1983), Multirate Digital Signal Processing, ch. 4; Kaiser (1974); the filter's length, β and edge are
/// resampy's 'kaiser_best' (McFee, 2016). Oracle: scipy.signal.resample_poly with this filter, golden rate_change, 1e-12.</para>
/// </remarks>
public static class RateChange
{
    private const int LargestFactor = 1 << 14;
    private const int LongestHalf = 1 << 22;
    private static readonly ConcurrentDictionary<(RateSettings, int, int), double[]> Filters = new();

    /// <exception cref="ResearchException">The new signal is longer than memory should hold, or the settings make no filter.</exception>
    public static Waveform Of(Waveform waveform, RateSettings settings)
    {
        Check(settings);
        if (waveform.SampleRateHz == settings.SampleRateHz)
        {
            return waveform;
        }

        int common = (int)BigInteger.GreatestCommonDivisor(waveform.SampleRateHz, settings.SampleRateHz);
        (int up, int down) = (settings.SampleRateHz / common, waveform.SampleRateHz / common);
        double[] x = waveform.Samples;
        long samples = (((long)x.Length * up) + down - 1) / down;
        if (samples > Waveform.MostSamples)
        {
            throw new ResearchException(
                $"A signal of {waveform.DurationSeconds:0} s has {samples} samples at {settings.SampleRateHz} Hz; at most {Waveform.MostSamples} can be held in memory. Cut it first."
            );
        }

        int count = (int)samples;
        return new Waveform(
            HasSmallTerms(settings, up, down) ? ByTable(x, settings, up, down, count) : ByCurve(x, settings, up, down, count),
            settings.SampleRateHz
        );
    }

    private static bool HasSmallTerms(RateSettings settings, int up, int down) =>
        Math.Max(up, down) <= LargestFactor && (long)settings.Crossings * Math.Max(up, down) <= LongestHalf;

    // One value of the filter for each place on the common grid.
    private static double[] ByTable(double[] x, RateSettings settings, int up, int down, int count)
    {
        double[] filter = Filters.GetOrAdd((settings, up, down), static key => Filter(key.Item1, key.Item2, key.Item3));
        return ParallelLoop.Select(count, m => Sample(x, filter, (long)m * down, up));
    }

    // Rates such as 44,101 and 8,000 Hz, whose common grid is too fine for that.
    private static double[] ByCurve(double[] x, RateSettings settings, int up, int down, int count)
    {
        var filter = new ContinuousFilter(settings);
        return ParallelLoop.Select(count, m => filter.Sample(x, (long)m * down, up, Math.Max(up, down)));
    }

    // The filter's middle stands at the output's place on the fine grid, where every up-th value is a sample of x.
    private static double Sample(double[] x, double[] filter, long place, int up)
    {
        int half = filter.Length / 2;
        long first = place <= half ? 0 : (place - half + up - 1) / up;
        long last = Math.Min(x.Length - 1, (place + half) / up);
        double sum = 0;
        for (long n = first; n <= last; n++)
        {
            sum += filter[half + (int)(place - (n * up))] * x[n];
        }

        return sum;
    }

    // firwin's form: the sinc under the window, divided by its sum, times the gain that stuffing with zeros takes away.
    private static double[] Filter(RateSettings settings, int up, int down)
    {
        int widest = Math.Max(up, down);
        int half = settings.Crossings * widest;
        double cutoff = settings.Passband / widest;
        var filter = new double[(2 * half) + 1];
        for (int i = 0; i < filter.Length; i++)
        {
            filter[i] = cutoff * SincOf(cutoff * (i - half)) * Kaiser.At((double)(i - half) / half, settings.Beta);
        }

        double sum = OrderedSum.Of(filter);
        return [.. filter.Select(value => value / sum * up)];
    }

    private static double SincOf(double x)
    {
        const double Pi = 3.141592653589793;
        return x == 0 ? 1 : PortableMath.Sin(Pi * x) / (Pi * x);
    }

    private static void Check(RateSettings settings)
    {
        if (
            settings
            is not {
                SampleRateHz: > 0 and <= Waveform.HighestRateHz,
                Crossings: > 0 and <= 4096,
                Beta: >= 0 and <= 100,
                Passband: > 0 and <= 1
            }
        )
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"A filter to {settings.SampleRateHz} Hz with {settings.Crossings} crossings, β {settings.Beta} and passband {settings.Passband}: a rate of 1 to {Waveform.HighestRateHz} Hz, 1 to 4096 crossings, β from 0 to 100 and a passband up to 1 are needed."
                )
            );
        }
    }
}
