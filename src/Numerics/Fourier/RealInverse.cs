using System.Runtime.Intrinsics;

namespace Research.Numerics.Fourier;

/// <summary>From the bins 0 … n/2 of a real signal back to the signal.</summary>
/// <remarks>
/// x[n] = (1/N)·Σ X[k]·e^(+2πi·kn/N). The even part of the spectrum is its real, the odd part its imaginary half, so two forward
/// transforms of real signals, one a lane, give it. Oracle: numpy.fft.irfft, 1e-12.
/// </remarks>
public static class RealInverse
{
    /// <param name="fft">The plan that made the bins.</param>
    /// <param name="re">Real parts; shape [Bins].</param>
    /// <param name="im">Imaginary parts; shape [Bins].</param>
    /// <returns>Shape [Length].</returns>
    public static double[] Of(RealFft fft, ReadOnlySpan<double> re, ReadOnlySpan<double> im)
    {
        ArgumentNullException.ThrowIfNull(fft);
        int length = fft.Length;
        var halves = new Vector256<double>[length];
        for (int k = 0; k < length; k++)
        {
            int bin = Math.Min(k, length - k);
            halves[k] = Vector256.Create(re[bin], k == bin ? im[bin] : -im[bin], 0, 0);
        }

        var real = new Vector256<double>[fft.Bins];
        var imaginary = new Vector256<double>[fft.Bins];
        fft.Forward(halves, real, imaginary, fft.NewWorkspace());
        var signal = new double[length];
        for (int n = 0; n < length; n++)
        {
            int bin = Math.Min(n, length - n);
            double odd = n == bin ? imaginary[bin][1] : -imaginary[bin][1];
            signal[n] = (real[bin][0] + odd) / length;
        }

        return signal;
    }
}
