using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Cepstral;

/// <summary>Orthonormal discrete cosine transform of type II, the first coefficients of it.</summary>
/// <remarks>c[k] = s[k]·Σₙ x[n]·cos(π·k·(2n + 1)/2N), s[0] = √(1/N), else √(2/N). Source: Ahmed, Natarajan and Rao (1974). Oracle: librosa, through the MFCC golden files.</remarks>
public sealed class Dct
{
    private const double Pi = 3.141592653589793;
    private static readonly ConcurrentDictionary<(int, int), Dct> Cache = new();
    private readonly double[] _basis;

    private Dct(int inputs, int coefficients)
    {
        (Inputs, Coefficients) = (inputs, coefficients);
        _basis = new double[coefficients * inputs];
        for (int k = 0; k < coefficients; k++)
        {
            double scale = Math.Sqrt((k == 0 ? 1.0 : 2.0) / inputs);
            for (int n = 0; n < inputs; n++)
            {
                long turns = (long)k * ((2 * n) + 1) % (4L * inputs); // the cosine has period 4N in it
                _basis[(k * inputs) + n] = scale * PortableMath.Cos(Pi * turns / (2 * inputs));
            }
        }
    }

    public int Inputs { get; }

    public int Coefficients { get; }

    /// <summary>The transform from that many inputs to that many coefficients, made once a process.</summary>
    /// <exception cref="ResearchException">More coefficients are asked for than there are inputs, or none.</exception>
    public static Dct Plan(int inputs, int coefficients) =>
        coefficients >= 1 && coefficients <= inputs
            ? Cache.GetOrAdd((inputs, coefficients), static key => new Dct(key.Item1, key.Item2))
            : throw new SettingsException($"{coefficients} coefficients of {inputs} bands: 1 to {inputs} can be had.");

    /// <summary>Transforms each row.</summary>
    /// <param name="rows">Shape [rows, inputs].</param>
    /// <returns>Shape [rows, coefficients].</returns>
    public Matrix Of(Matrix rows)
    {
        var target = new Matrix(rows.Rows, Coefficients);
        for (int t = 0; t < rows.Rows; t++)
        {
            for (int k = 0; k < Coefficients; k++)
            {
                target[t, k] = OrderedSum.Dot(rows.Row(t), _basis.AsSpan(k * Inputs, Inputs));
            }
        }

        return target;
    }

    internal FrameLanes Apply(FrameLanes source)
    {
        var target = new FrameLanes(source.Frames, Coefficients);
        for (int group = 0; group < source.Groups; group++)
        {
            ReadOnlySpan<Vector256<double>> x = source.Group(group);
            Span<Vector256<double>> y = target.Group(group);
            for (int k = 0; k < Coefficients; k++)
            {
                y[k] = Inner(x, _basis.AsSpan(k * Inputs, Inputs));
            }
        }

        return target;
    }

    // Four partial sums, added in a fixed order: one long chain of additions would wait for each.
    private static Vector256<double> Inner(ReadOnlySpan<Vector256<double>> x, ReadOnlySpan<double> basis)
    {
        (Vector256<double> a, Vector256<double> b) = (Vector256<double>.Zero, Vector256<double>.Zero);
        (Vector256<double> c, Vector256<double> d) = (Vector256<double>.Zero, Vector256<double>.Zero);
        int n = 0;
        for (; n + 4 <= basis.Length; n += 4)
        {
            a += x[n] * Vector256.Create(basis[n]);
            b += x[n + 1] * Vector256.Create(basis[n + 1]);
            c += x[n + 2] * Vector256.Create(basis[n + 2]);
            d += x[n + 3] * Vector256.Create(basis[n + 3]);
        }

        for (; n < basis.Length; n++)
        {
            a += x[n] * Vector256.Create(basis[n]);
        }

        return (a + b) + (c + d);
    }
}
