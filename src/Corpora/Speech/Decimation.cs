using Research.Numerics;

namespace Research.Corpora.Speech;

/// <summary>Every k-th sample of a signal that was low-passed before by a windowed sinc.</summary>
internal static class Decimation
{
    private const double Pi = 3.141592653589793;
    private const int Reach = 12; // samples of the lower rate on either side
    private const double Corner = 0.92; // of half the lower rate

    public static double[] By(int factor, double[] samples)
    {
        double[] kernel = Kernel(factor);
        int middle = kernel.Length / 2;
        var low = new double[samples.Length / factor];
        for (int n = 0; n < low.Length; n++)
        {
            int start = (n * factor) - middle;
            int first = Math.Max(0, -start);
            int last = Math.Min(kernel.Length, samples.Length - start);
            double sum = 0;
            for (int k = first; k < last; k++)
            {
                sum += kernel[k] * samples[start + k];
            }

            low[n] = sum;
        }

        return low;
    }

    private static double[] Kernel(int factor)
    {
        int reach = Reach * factor;
        double[] kernel =
        [
            .. Enumerable
                .Range(-reach, (2 * reach) + 1)
                .Select(k =>
                {
                    double x = Pi * Corner * k / factor;
                    double sinc = k == 0 ? 1 : PortableMath.Sin(x) / x;
                    return sinc * (0.5 + (0.5 * PortableMath.Cos(Pi * k / (reach + 1.0))));
                }),
        ];
        double whole = OrderedSum.Of(kernel);
        return [.. kernel.Select(value => value / whole)];
    }
}
