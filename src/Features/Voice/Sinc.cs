using Research.Numerics;

namespace Research.Features.Voice;

/// <summary>Values between the samples of a band-limited signal, and its peaks there.</summary>
/// <remarks>
/// y(x) = Σ y[n]·sinc(x − n)·(½ + ½·cos(π(x − n)/r)): the sinc under a raised cosine; r, on each side, reaches one sample beyond the last
/// that is used. Source: Boersma (1993), "Accurate short-term analysis of the fundamental frequency", IFA Proceedings 17, eq. 22. Oracle: Praat, through pitch.
/// </remarks>
public static class Sinc
{
    private const double Pi = 3.141592653589793;

    /// <summary>The signal at a place between samples.</summary>
    /// <param name="x">Place, samples from the first; beyond the ends the end sample holds.</param>
    /// <param name="depth">Samples used on either side, at most.</param>
    public static double At(ReadOnlySpan<double> y, double x, int depth)
    {
        int left = (int)Math.Floor(x);
        if (left < 0 || left >= y.Length - 1 || x == left)
        {
            return y[Math.Clamp(left, 0, y.Length - 1)];
        }

        int reach = Math.Min(depth, Math.Min(left + 1, y.Length - 1 - left));
        return Side(y, left, -1, x - left, reach) + Side(y, left + 1, 1, left + 1 - x, reach);
    }

    /// <summary>The highest point of the interpolated signal within one sample of a sample.</summary>
    /// <returns>Its place and height.</returns>
    public static (double Place, double Height) Peak(ReadOnlySpan<double> y, int sample, int depth)
    {
        if (sample <= 0 || sample >= y.Length - 1)
        {
            return (sample, y[Math.Clamp(sample, 0, y.Length - 1)]);
        }

        double place = GoldenSearch.Highest(y, sample - 1, sample + 1, depth);
        return (place, At(y, place, depth));
    }

    // One side of the sum. Sines alternate in sign from sample to sample; the window's cosines follow from one turn to the next.
    private static double Side(ReadOnlySpan<double> y, int start, int direction, double offset, int reach)
    {
        double sine = PortableMath.Sin(Pi * offset);
        double turn = Pi / (offset + reach);
        double phase = offset * turn;
        (double cos, double sin) = (PortableMath.Cos(phase), PortableMath.Sin(phase));
        (double turnCos, double turnSin) = (PortableMath.Cos(turn), PortableMath.Sin(turn));
        double sum = 0;
        for (int k = 0; k < reach; k++)
        {
            sum += y[start + (direction * k)] * (0.5 * sine / (Pi * (offset + k)) * (1 + cos));
            sine = -sine;
            (cos, sin) = ((cos * turnCos) - (sin * turnSin), (sin * turnCos) + (cos * turnSin));
        }

        return sum;
    }
}
