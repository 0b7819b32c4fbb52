using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Pipeline.Files.Pcm;

/// <summary>Finds the linear predictor of a block: autocorrelation, the Levinson-Durbin recursion, rounded weights.</summary>
/// <remarks>
/// Autocorrelations are sums of whole numbers below 2^53, so they are exact in any order; the rest is a fixed order of additions, multiplications
/// and divisions. So every machine writes the same bytes. Method: Makhoul (1975), "Linear prediction: a tutorial review", Proc. IEEE 63 (4).
/// </remarks>
internal sealed class LinearAnalysis
{
    private const int Orders = LinearPredictor.MostOrder;
    private const int WindowBits = 13;
    private const int DroppedBits = 8; // of a windowed sample, which leaves 20
    private const double SpareBits = 1; // measured: neither 0 nor 2 takes fewer bits in all

    private double[] _windowed = [];
    private int[] _window = [];
    private readonly double[] _correlations = new double[Orders + 1];

    /// <summary>The predictor that is expected to take the fewest bits; null for a block that has none, such as silence.</summary>
    /// <param name="block">Its samples.</param>
    public LinearPredictor? Of(ReadOnlySpan<int> block)
    {
        Correlate(block);
        if (_correlations[0] <= 0)
        {
            return null;
        }

        Span<double> all = stackalloc double[Orders * Orders];
        (int order, int shift) = Recurse(all, block.Length);
        return order == 0 ? null : Rounded(all.Slice((order - 1) * Orders, order), shift);
    }

    private void Correlate(ReadOnlySpan<int> samples)
    {
        if (_window.Length != samples.Length)
        {
            _window = Window(samples.Length);
            _windowed = new double[samples.Length + Orders];
        }

        for (int n = 0; n < samples.Length; n++)
        {
            _windowed[n] = (int)(((long)samples[n] * _window[n]) >> DroppedBits);
        }

        for (int lag = 0; lag <= Orders; lag++)
        {
            _correlations[lag] = Product(_windowed.AsSpan(0, samples.Length), _windowed.AsSpan(lag, samples.Length));
        }
    }

    // Welch's: a parabola, which needs no cosine.
    private static int[] Window(int length)
    {
        var window = new int[length];
        for (int n = 0; n < length; n++)
        {
            long off = (2L * n) + 1 - length;
            window[n] = (int)((1 << WindowBits) - ((off * off << WindowBits) / ((long)length * length)));
        }

        return window;
    }

    private static double Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        (Vector256<double> even, Vector256<double> odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        int n = 0;
        for (; n + 8 <= a.Length; n += 8)
        {
            even += Vector256.Create(a[n..]) * Vector256.Create(b[n..]);
            odd += Vector256.Create(a[(n + 4)..]) * Vector256.Create(b[(n + 4)..]);
        }

        Vector256<double> lanes = even + odd;
        double sum = lanes[0] + lanes[1] + lanes[2] + lanes[3];
        for (; n < a.Length; n++)
        {
            sum += a[n] * b[n];
        }

        return sum;
    }

    // Row o − 1 receives the weights of order o; the result is the order to take, and how many bits behind the point its weights need.
    private (int Order, int Shift) Recurse(Span<double> all, int count)
    {
        double error = _correlations[0];
        (int best, int shift, double least) = (0, 0, 0.5 * count * Log2(error));
        Span<double> last = [];
        for (int order = 1; order <= Orders; order++)
        {
            Span<double> weights = all.Slice((order - 1) * Orders, order);
            error *= Step(last, weights, error);
            if (!(error > 0))
            {
                break;
            }

            int needed = ShiftFor(order, error);
            double cost = (0.5 * count * Log2(error)) + (order * (needed + 1));
            if (cost < least)
            {
                (best, shift, least) = (order, needed, cost);
            }

            last = weights;
        }

        return (best, shift);
    }

    // The weights of the next order; returns the share of the error that they leave.
    private double Step(ReadOnlySpan<double> last, Span<double> weights, double error)
    {
        double reflection = _correlations[weights.Length];
        for (int j = 0; j < last.Length; j++)
        {
            reflection -= last[j] * _correlations[last.Length - j];
        }

        reflection /= error;
        for (int j = 0; j < last.Length; j++)
        {
            weights[j] = last[j] - (reflection * last[^(j + 1)]);
        }

        weights[^1] = reflection;
        return 1 - (reflection * reflection);
    }

    // Weights rounded to 2^-s add about order · r[0] · 2^-2s / 12 to the error, which shall be a small share of it: loud tones need many bits, noise few.
    private int ShiftFor(int order, double error) =>
        Math.Clamp((int)Math.Ceiling((0.5 * Log2(order * _correlations[0] / error)) + SpareBits), 0, LinearPredictor.MostShift);

    private static double Log2(double value) => PortableMath.Log(value) * 1.4426950408889634;

    // Each weight takes up what rounding left of those before.
    private static LinearPredictor Rounded(ReadOnlySpan<double> weights, int shift)
    {
        double largest = 0;
        foreach (double weight in weights)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        shift = Math.Clamp(LinearPredictor.MostWeightBits - 2 - Math.ILogB(largest), 0, shift);
        Span<int> rounded = stackalloc int[weights.Length];
        double left = 0;
        for (int j = 0; j < weights.Length; j++)
        {
            left += weights[j] * (1 << shift);
            rounded[j] = Math.Clamp((int)Math.Round(left), -LinearPredictor.WeightLimit, LinearPredictor.WeightLimit - 1);
            left -= rounded[j];
        }

        return new LinearPredictor(rounded, shift);
    }
}
