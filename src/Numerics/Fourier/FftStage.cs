using System.Runtime.Intrinsics;

namespace Research.Numerics.Fourier;

/// <summary>One pass of Stockham's transform: radix-r butterflies over sub-transforms of one length.</summary>
/// <remarks>For p &lt; m, q &lt; s: a[k] = x[q + s(p + mk)]; y[q + s(rp + k)] = DFT_r(a)[k]·w^(pk), w = e^(−2πi/(rm)).</remarks>
internal sealed class FftStage
{
    private readonly int _radix;
    private readonly int _count; // m
    private readonly int _stride; // s
    private readonly double[] _twiddleCos;
    private readonly double[] _twiddleSin;
    private readonly double[] _rootCos;
    private readonly double[] _rootSin;

    public FftStage(int radix, int length, int stride)
    {
        (_radix, _count, _stride) = (radix, length / radix, stride);
        (_twiddleCos, _twiddleSin) = (new double[_count * radix], new double[_count * radix]);
        for (int p = 0; p < _count; p++)
        {
            for (int k = 0; k < radix; k++)
            {
                _twiddleCos[(p * radix) + k] = UnitRoots.Cos((long)p * k, length);
                _twiddleSin[(p * radix) + k] = UnitRoots.Sin((long)p * k, length);
            }
        }

        (_rootCos, _rootSin) = (new double[radix], new double[radix]);
        for (int k = 0; k < radix; k++)
        {
            (_rootCos[k], _rootSin[k]) = (UnitRoots.Cos(k, radix), UnitRoots.Sin(k, radix));
        }
    }

    public void Apply(FftBuffer source, FftBuffer target)
    {
        switch (_radix)
        {
            case 2:
                ApplyTwo(source, target);
                break;
            case 4:
                ApplyFour(source, target);
                break;
            default:
                ApplyOdd(source, target);
                break;
        }
    }

    private void ApplyTwo(FftBuffer source, FftBuffer target)
    {
        for (int p = 0; p < _count; p++)
        {
            for (int q = 0; q < _stride; q++)
            {
                int i = q + (_stride * p);
                int j = i + (_stride * _count);
                int o = q + (_stride * 2 * p);
                (Vector256<double> ar, Vector256<double> ai) = (source.Re[i], source.Im[i]);
                (Vector256<double> br, Vector256<double> bi) = (source.Re[j], source.Im[j]);
                (target.Re[o], target.Im[o]) = (ar + br, ai + bi);
                Store(target, o + _stride, ar - br, ai - bi, (p * 2) + 1);
            }
        }
    }

    private void ApplyFour(FftBuffer source, FftBuffer target)
    {
        int step = _stride * _count;
        for (int p = 0; p < _count; p++)
        {
            for (int q = 0; q < _stride; q++)
            {
                int i = q + (_stride * p);
                int o = q + (_stride * 4 * p);
                Vector256<double> sumR = source.Re[i] + source.Re[i + (2 * step)];
                Vector256<double> sumI = source.Im[i] + source.Im[i + (2 * step)];
                Vector256<double> diffR = source.Re[i] - source.Re[i + (2 * step)];
                Vector256<double> diffI = source.Im[i] - source.Im[i + (2 * step)];
                Vector256<double> sumR2 = source.Re[i + step] + source.Re[i + (3 * step)];
                Vector256<double> sumI2 = source.Im[i + step] + source.Im[i + (3 * step)];
                Vector256<double> diffR2 = source.Re[i + step] - source.Re[i + (3 * step)];
                Vector256<double> diffI2 = source.Im[i + step] - source.Im[i + (3 * step)];
                (target.Re[o], target.Im[o]) = (sumR + sumR2, sumI + sumI2);
                Store(target, o + _stride, diffR + diffI2, diffI - diffR2, (p * 4) + 1);
                Store(target, o + (2 * _stride), sumR - sumR2, sumI - sumI2, (p * 4) + 2);
                Store(target, o + (3 * _stride), diffR - diffI2, diffI + diffR2, (p * 4) + 3);
            }
        }
    }

    // Odd radix: inputs paired as x[j] ± x[r−j], which halves the products of the direct sum.
    private void ApplyOdd(FftBuffer source, FftBuffer target)
    {
        for (int p = 0; p < _count; p++)
        {
            for (int q = 0; q < _stride; q++)
            {
                Butterfly(source, q + (_stride * p), target, q + (_stride * _radix * p), p * _radix);
            }
        }
    }

    private void Butterfly(FftBuffer source, int i, FftBuffer target, int o, int twiddle)
    {
        int step = _stride * _count;
        int half = (_radix - 1) / 2;
        Span<Vector256<double>> pairs = stackalloc Vector256<double>[4 * half];
        (Vector256<double> sumR, Vector256<double> sumI) = (source.Re[i], source.Im[i]);
        for (int j = 1; j <= half; j++)
        {
            (Vector256<double> ar, Vector256<double> ai) = (source.Re[i + (j * step)], source.Im[i + (j * step)]);
            int mirror = i + ((_radix - j) * step);
            (Vector256<double> br, Vector256<double> bi) = (source.Re[mirror], source.Im[mirror]);
            Span<Vector256<double>> pair = pairs.Slice(4 * (j - 1), 4);
            (pair[0], pair[1], pair[2], pair[3]) = (ar + br, ai + bi, ar - br, ai - bi);
            sumR += pair[0];
            sumI += pair[1];
        }

        (target.Re[o], target.Im[o]) = (sumR, sumI);
        for (int k = 1; k <= half; k++)
        {
            (Vector256<double> evenR, Vector256<double> evenI) = (source.Re[i], source.Im[i]);
            (Vector256<double> oddR, Vector256<double> oddI) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (int j = 1; j <= half; j++)
            {
                int root = j * k % _radix;
                Vector256<double> cos = Vector256.Create(_rootCos[root]);
                Vector256<double> sin = Vector256.Create(_rootSin[root]);
                ReadOnlySpan<Vector256<double>> pair = pairs.Slice(4 * (j - 1), 4);
                evenR += pair[0] * cos;
                evenI += pair[1] * cos;
                oddR += pair[3] * sin;
                oddI += pair[2] * sin;
            }

            Store(target, o + (k * _stride), evenR + oddR, evenI - oddI, twiddle + k);
            Store(target, o + ((_radix - k) * _stride), evenR - oddR, evenI + oddI, twiddle + _radix - k);
        }
    }

    // (re + i·im)·e^(−iθ).
    private void Store(FftBuffer target, int o, Vector256<double> re, Vector256<double> im, int twiddle)
    {
        Vector256<double> cos = Vector256.Create(_twiddleCos[twiddle]);
        Vector256<double> sin = Vector256.Create(_twiddleSin[twiddle]);
        target.Re[o] = (re * cos) + (im * sin);
        target.Im[o] = (im * cos) - (re * sin);
    }
}
