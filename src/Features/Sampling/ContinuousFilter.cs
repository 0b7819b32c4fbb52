using Research.Numerics;

namespace Research.Features.Sampling;

/// <summary>The low-pass filter of a change of rate between rates without a small common ratio: its values at any place, from a table.</summary>
/// <remarks>
/// h(v) = sinc(passband·v)·Kaiser(v/crossings), v in zero crossings of the lower rate. 4,096 values a crossing and a cubic through the four nearest
/// (Lagrange) give h to 1e-13; the scale differs from the small ratios' by 1e-10 at most. Oracle: the filter of the small ratios, on ratios that both can do.
/// </remarks>
internal sealed class ContinuousFilter
{
    private const int ACrossing = 1 << 12;
    private const double Pi = 3.141592653589793;
    private readonly double[] _table; // from v = −1/4096 on, so that the cubic has a value on either side
    private readonly int _crossings;

    public ContinuousFilter(RateSettings settings)
    {
        _crossings = settings.Crossings;
        _table = new double[(settings.Crossings * ACrossing) + 4];
        for (int i = 0; i < _table.Length; i++)
        {
            double v = (double)(i - 1) / ACrossing;
            double edge = v / settings.Crossings;
            _table[i] = Math.Abs(edge) > 1 ? 0 : SincOf(settings.Passband * v) * Kaiser.At(edge, settings.Beta);
        }

        // A constant passes unchanged: the sum over all places, one side twice, the middle once.
        double sum = (2 * OrderedSum.Of(_table.AsSpan(1))) - _table[1];
        for (int i = 0; i < _table.Length; i++)
        {
            _table[i] *= ACrossing / sum;
        }
    }

    /// <summary>A sample of the new signal.</summary>
    /// <param name="x">The old samples.</param>
    /// <param name="place">Of the new sample, on a grid that has <paramref name="up"/> places from one old sample to the next.</param>
    /// <param name="widest">Places from one crossing to the next.</param>
    public double Sample(double[] x, long place, long up, long widest)
    {
        long half = _crossings * widest;
        long first = place <= half ? 0 : (place - half + up - 1) / up;
        long last = Math.Min(x.Length - 1, (place + half) / up);
        double sum = 0;
        for (long n = first; n <= last; n++)
        {
            sum += At((double)Math.Abs(place - (n * up)) / widest) * x[n];
        }

        return sum * up / widest;
    }

    private double At(double v)
    {
        double exact = v * ACrossing;
        int i = (int)exact;
        double t = exact - i;
        (double a, double b, double c, double d) = (_table[i], _table[i + 1], _table[i + 2], _table[i + 3]);
        return (b * (t + 1) * (t - 1) * (t - 2) / 2)
            - (a * t * (t - 1) * (t - 2) / 6)
            - (c * (t + 1) * t * (t - 2) / 2)
            + (d * (t + 1) * t * (t - 1) / 6);
    }

    private static double SincOf(double x) => x == 0 ? 1 : PortableMath.Sin(Pi * x) / (Pi * x);
}
