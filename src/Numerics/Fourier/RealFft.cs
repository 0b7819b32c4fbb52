using System.Collections.Concurrent;
using System.Runtime.Intrinsics;

namespace Research.Numerics.Fourier;

/// <summary>Discrete Fourier transform of real signals of any length: bins 0 … n/2.</summary>
/// <remarks>
/// X[k] = Σ x[n]·e^(−2πi·kn/N), unscaled, as numpy.fft.rfft. Four signals are transformed at once, one a vector lane; an even
/// length goes through a complex transform of half the length. Oracle: numpy, 1e-12 absolute for signals of unit deviation and up to 400 samples.
/// A plan is immutable and may be shared; a workspace belongs to one thread.
/// </remarks>
public sealed class RealFft
{
    private static readonly ConcurrentDictionary<int, RealFft> Plans = new();
    private readonly ComplexFft _fft;
    private readonly double[] _cos;
    private readonly double[] _sin;

    private RealFft(int length)
    {
        Length = length;
        _fft = new ComplexFft(length % 2 == 0 ? length / 2 : length);
        (_cos, _sin) = (new double[Bins], new double[Bins]);
        for (int k = 0; k < Bins; k++)
        {
            (_cos[k], _sin[k]) = (UnitRoots.Cos(k, length), UnitRoots.Sin(k, length));
        }
    }

    /// <summary>Samples a signal.</summary>
    public int Length { get; }

    /// <summary>Length/2 + 1.</summary>
    public int Bins => (Length / 2) + 1;

    /// <summary>The plan for that length, made once a process.</summary>
    public static RealFft Plan(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return Plans.GetOrAdd(length, static n => new RealFft(n));
    }

    /// <summary>Scratch memory for one thread.</summary>
    public Workspace NewWorkspace() => new(_fft.Length);

    /// <summary>Transforms four signals: x of Length values; re and im of Bins values.</summary>
    public void Forward(
        ReadOnlySpan<Vector256<double>> x,
        Span<Vector256<double>> re,
        Span<Vector256<double>> im,
        Workspace workspace
    )
    {
        ArgumentNullException.ThrowIfNull(workspace);
        FftBuffer data = workspace.Data;
        if (Length % 2 == 1)
        {
            x[..Length].CopyTo(data.Re);
            Array.Clear(data.Im);
            _fft.Transform(data, workspace.Work);
            data.Re.AsSpan(0, Bins).CopyTo(re);
            data.Im.AsSpan(0, Bins).CopyTo(im);
            return;
        }

        for (int j = 0; j < _fft.Length; j++)
        {
            (data.Re[j], data.Im[j]) = (x[2 * j], x[(2 * j) + 1]);
        }

        _fft.Transform(data, workspace.Work);
        Unpack(data, re, im);
    }

    /// <summary>Transforms one signal.</summary>
    public void Forward(ReadOnlySpan<double> x, Span<double> re, Span<double> im)
    {
        var lanes = new Vector256<double>[Length];
        for (int i = 0; i < Length; i++)
        {
            lanes[i] = Vector256.CreateScalar(x[i]);
        }

        (var laneRe, var laneIm) = (new Vector256<double>[Bins], new Vector256<double>[Bins]);
        Forward(lanes, laneRe, laneIm, NewWorkspace());
        for (int k = 0; k < Bins; k++)
        {
            (re[k], im[k]) = (laneRe[k].ToScalar(), laneIm[k].ToScalar());
        }
    }

    // With z[j] = x[2j] + i·x[2j+1]: X[k] = E[k] + w^k·O[k], E = (Z[k] + conj Z[h−k])/2, O = (Z[k] − conj Z[h−k])/2i.
    private void Unpack(FftBuffer z, Span<Vector256<double>> re, Span<Vector256<double>> im)
    {
        int half = _fft.Length;
        Vector256<double> oneHalf = Vector256.Create(0.5);
        for (int k = 0; k <= half; k++)
        {
            int i = k == half ? 0 : k;
            int mirror = k == 0 ? 0 : half - k;
            Vector256<double> evenR = (z.Re[i] + z.Re[mirror]) * oneHalf;
            Vector256<double> evenI = (z.Im[i] - z.Im[mirror]) * oneHalf;
            Vector256<double> oddR = (z.Im[i] + z.Im[mirror]) * oneHalf;
            Vector256<double> oddI = (z.Re[mirror] - z.Re[i]) * oneHalf;
            Vector256<double> cos = Vector256.Create(_cos[k]);
            Vector256<double> sin = Vector256.Create(_sin[k]);
            re[k] = evenR + ((oddR * cos) + (oddI * sin));
            im[k] = evenI + ((oddI * cos) - (oddR * sin));
        }
    }

    /// <summary>Scratch memory of one plan for one thread.</summary>
    public sealed class Workspace
    {
        internal Workspace(int length) => (Data, Work) = (new FftBuffer(length), new FftBuffer(length));

        internal FftBuffer Data { get; }

        internal FftBuffer Work { get; }
    }
}
