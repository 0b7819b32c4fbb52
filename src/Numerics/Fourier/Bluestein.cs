using System.Runtime.Intrinsics;

namespace Research.Numerics.Fourier;

/// <summary>A transform of any length as a convolution of power-of-two length (Bluestein, 1970).</summary>
/// <remarks>kn = (k² + n² − (k − n)²)/2, so X[k] = c[k]·Σ (x[n]·c[n])·conj c[k − n] with the chirp c[n] = e^(−πi·n²/N).</remarks>
internal sealed class Bluestein
{
    private readonly int _length;
    private readonly ComplexFft _fft;
    private readonly double[] _chirpCos;
    private readonly double[] _chirpSin;
    private readonly FftBuffer _kernel;

    public Bluestein(int length)
    {
        _length = length;
        int size = 1;
        while (size < (2 * length) - 1)
        {
            size *= 2;
        }

        _fft = new ComplexFft(size);
        (_chirpCos, _chirpSin) = (new double[length], new double[length]);
        _kernel = new FftBuffer(size);
        for (int n = 0; n < length; n++)
        {
            long square = (long)n * n;
            _chirpCos[n] = UnitRoots.Cos(square, 2L * length);
            _chirpSin[n] = UnitRoots.Sin(square, 2L * length);
            int mirror = n == 0 ? 0 : size - n;
            _kernel.Re[n] = _kernel.Re[mirror] = Vector256.Create(_chirpCos[n]);
            _kernel.Im[n] = _kernel.Im[mirror] = Vector256.Create(_chirpSin[n]);
        }

        _fft.Transform(_kernel, new FftBuffer(size));
    }

    public void Transform(FftBuffer data)
    {
        var padded = new FftBuffer(_fft.Length);
        var work = new FftBuffer(_fft.Length);
        for (int n = 0; n < _length; n++)
        {
            (padded.Re[n], padded.Im[n]) = TimesChirp(data.Re[n], data.Im[n], n);
        }

        _fft.Transform(padded, work);
        Convolve(padded);
        _fft.Transform(padded, work); // the conjugate of a forward transform of the conjugate is the inverse, times the size
        Vector256<double> scale = Vector256.Create(1.0 / _fft.Length);
        for (int k = 0; k < _length; k++)
        {
            (data.Re[k], data.Im[k]) = TimesChirp(padded.Re[k] * scale, -(padded.Im[k] * scale), k);
        }
    }

    // Multiplies by the kernel's transform and conjugates.
    private void Convolve(FftBuffer padded)
    {
        for (int k = 0; k < _fft.Length; k++)
        {
            (Vector256<double> ar, Vector256<double> ai) = (padded.Re[k], padded.Im[k]);
            (Vector256<double> br, Vector256<double> bi) = (_kernel.Re[k], _kernel.Im[k]);
            padded.Re[k] = (ar * br) - (ai * bi);
            padded.Im[k] = -((ar * bi) + (ai * br));
        }
    }

    private (Vector256<double> Re, Vector256<double> Im) TimesChirp(Vector256<double> re, Vector256<double> im, int n)
    {
        Vector256<double> cos = Vector256.Create(_chirpCos[n]);
        Vector256<double> sin = Vector256.Create(_chirpSin[n]);
        return ((re * cos) + (im * sin), (im * cos) - (re * sin));
    }
}
