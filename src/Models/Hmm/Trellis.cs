using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Models.Hmm;

/// <summary>Forward and backward log-probabilities of one sequence, four states a vector.</summary>
/// <remarks>
/// α[t,s] = b[t,s] + log(e^(α[t−1,s] + stay[s]) + e^(α[t−1,s−1] + leave[s−1])); β likewise from the end (Rabiner, 1989, eq. 20, 25).
/// All in logarithms: an impossible state has −1e300 rather than −∞, so that differences stay numbers.
/// </remarks>
internal sealed class Trellis
{
    private const double Impossible = -1e300;
    private readonly int _states;
    private readonly int _padded;
    private readonly Vector256<double>[] _logStay;
    private readonly Vector256<double>[] _logLeave; // of the state before, for the forward pass
    private readonly Vector256<double>[] _logGo; // of the state itself, for the backward pass
    private double[] _alpha = [];
    private double[] _beta = [];

    public Trellis(LeftRightHmm model)
    {
        _states = model.States;
        _padded = Padded(_states);
        (_logStay, _logLeave, _logGo) = (Vectors(), Vectors(), Vectors());
        for (int s = 0; s < _states; s++)
        {
            Set(_logStay, s, LogOf(model.Stay[s]));
            Set(_logGo, s, s + 1 < _states ? LogOf(1 - model.Stay[s]) : Impossible);
            Set(_logLeave, s, s > 0 ? LogOf(1 - model.Stay[s - 1]) : Impossible);
        }
    }

    /// <summary>States rounded up to whole vectors.</summary>
    public static int Padded(int states) => (states + 3) / 4 * 4;

    /// <summary>Fills α and returns log p(sequence).</summary>
    /// <param name="emissions">Shape [frames, padded states].</param>
    /// <param name="frames">Frames, at least 1.</param>
    public double Forward(ReadOnlySpan<double> emissions, int frames)
    {
        Reserve(frames);
        Row(_alpha, 0).Fill(Impossible);
        Row(_alpha, 0)[0] = emissions[0];
        Span<double> before = stackalloc double[_padded + 1];
        before[0] = Impossible;
        for (int t = 1; t < frames; t++)
        {
            Row(_alpha, t - 1).CopyTo(before[1..]);
            ReadOnlySpan<Vector256<double>> same = Lanes(Row(_alpha, t - 1));
            ReadOnlySpan<Vector256<double>> emission = Lanes(emissions.Slice(t * _padded, _padded));
            Span<Vector256<double>> target = Lanes(Row(_alpha, t));
            for (int v = 0; v < target.Length; v++)
            {
                Vector256<double> previous = Vector256.LoadUnsafe(ref before[4 * v]);
                target[v] = LogAdd(same[v] + _logStay[v], previous + _logLeave[v]) + emission[v];
            }
        }

        return LogSum(Row(_alpha, frames - 1)[.._states]);
    }

    /// <summary>Fills β; α must have been filled for the same sequence.</summary>
    public void Backward(ReadOnlySpan<double> emissions, int frames)
    {
        Row(_beta, frames - 1).Clear();
        Span<double> after = stackalloc double[_padded + 1];
        after[_padded] = Impossible;
        for (int t = frames - 2; t >= 0; t--)
        {
            for (int s = 0; s < _padded; s++)
            {
                after[s] = Row(_beta, t + 1)[s] + emissions[((t + 1) * _padded) + s];
            }

            Span<Vector256<double>> target = Lanes(Row(_beta, t));
            for (int v = 0; v < target.Length; v++)
            {
                Vector256<double> same = Vector256.LoadUnsafe(ref after[4 * v]);
                Vector256<double> next = Vector256.LoadUnsafe(ref after[(4 * v) + 1]);
                target[v] = LogAdd(same + _logStay[v], next + _logGo[v]);
            }
        }
    }

    /// <summary>p(state | sequence) at frame t, from α, β and log p(sequence).</summary>
    public void Posterior(int t, double logLikelihood, Span<double> posterior)
    {
        ReadOnlySpan<Vector256<double>> alpha = Lanes(Row(_alpha, t));
        ReadOnlySpan<Vector256<double>> beta = Lanes(Row(_beta, t));
        Span<Vector256<double>> target = Lanes(posterior);
        for (int v = 0; v < target.Length; v++)
        {
            target[v] = PortableMath.Exp(alpha[v] + beta[v] - Vector256.Create(logLikelihood));
        }
    }

    internal static double LogOf(double probability) => probability > 0 ? PortableMath.Log(probability) : Impossible;

    // log(eᵃ + eᵇ) = max + log(1 + e^(min − max)).
    private static Vector256<double> LogAdd(Vector256<double> a, Vector256<double> b)
    {
        Vector256<double> above = Vector256.GreaterThan(a, b);
        Vector256<double> largest = Vector256.ConditionalSelect(above, a, b);
        Vector256<double> smallest = Vector256.ConditionalSelect(above, b, a);
        return largest + PortableMath.Log(Vector256<double>.One + PortableMath.Exp(smallest - largest));
    }

    private static double LogSum(ReadOnlySpan<double> terms)
    {
        double largest = terms[0];
        foreach (double term in terms)
        {
            largest = Math.Max(largest, term);
        }

        double sum = 0;
        foreach (double term in terms)
        {
            sum += PortableMath.Exp(term - largest);
        }

        return largest + PortableMath.Log(sum);
    }

    private Vector256<double>[] Vectors()
    {
        var vectors = new Vector256<double>[_padded / 4];
        Array.Fill(vectors, Vector256.Create(Impossible));
        return vectors;
    }

    private static void Set(Vector256<double>[] vectors, int s, double value) =>
        vectors[s / 4] = vectors[s / 4].WithElement(s % 4, value);

    private void Reserve(int frames)
    {
        if (_alpha.Length < frames * _padded)
        {
            (_alpha, _beta) = (new double[frames * _padded], new double[frames * _padded]);
        }
    }

    private Span<double> Row(double[] values, int t) => values.AsSpan(t * _padded, _padded);

    private static Span<Vector256<double>> Lanes(Span<double> values) => MemoryMarshal.Cast<double, Vector256<double>>(values);

    private static ReadOnlySpan<Vector256<double>> Lanes(ReadOnlySpan<double> values) =>
        MemoryMarshal.Cast<double, Vector256<double>>(values);
}
