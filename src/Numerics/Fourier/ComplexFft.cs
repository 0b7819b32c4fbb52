using System.Runtime.Intrinsics;

namespace Research.Numerics.Fourier;

/// <summary>Discrete Fourier transform of four complex signals at once, one a lane, for any length.</summary>
/// <remarks>
/// X[k] = Σ x[n]·e^(−2πi·kn/N). Stockham's self-sorting form, decimation in frequency, mixed radix (Van Loan, 1992,
/// "Computational frameworks for the fast Fourier transform", ch. 2); lengths with a prime factor above 31 by Bluestein.
/// </remarks>
internal sealed class ComplexFft
{
    private const int LargestRadix = 31;
    private readonly FftStage[] _stages;
    private readonly Bluestein? _bluestein;

    public ComplexFft(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        Length = length;
        int[] radices = Radices(length);
        _bluestein = radices.Length > 0 && radices[^1] > LargestRadix ? new Bluestein(length) : null;
        _stages = _bluestein is null ? MakeStages(length, radices) : [];
    }

    public int Length { get; }

    /// <summary>Transforms re + i·im in place; the work arrays hold at least Length values.</summary>
    public void Transform(FftBuffer data, FftBuffer work)
    {
        if (_bluestein is not null)
        {
            _bluestein.Transform(data);
            return;
        }

        (FftBuffer source, FftBuffer target) = (data, work);
        foreach (FftStage stage in _stages)
        {
            stage.Apply(source, target);
            (source, target) = (target, source);
        }

        if (!ReferenceEquals(source, data))
        {
            Array.Copy(source.Re, data.Re, Length);
            Array.Copy(source.Im, data.Im, Length);
        }
    }

    private static FftStage[] MakeStages(int length, int[] radices)
    {
        var stages = new FftStage[radices.Length];
        int stride = 1;
        for (int i = 0; i < radices.Length; i++)
        {
            stages[i] = new FftStage(radices[i], length / stride, stride);
            stride *= radices[i];
        }

        return stages;
    }

    // Fours first, then the primes in ascending order.
    private static int[] Radices(int length)
    {
        var radices = new List<int>();
        while (length % 4 == 0)
        {
            radices.Add(4);
            length /= 4;
        }

        for (int prime = 2; length > 1; prime++)
        {
            while (length % prime == 0)
            {
                radices.Add(prime);
                length /= prime;
            }
        }

        return [.. radices];
    }
}

/// <summary>Real and imaginary parts, four signals side by side.</summary>
internal sealed record FftBuffer(Vector256<double>[] Re, Vector256<double>[] Im)
{
    public FftBuffer(int length)
        : this(new Vector256<double>[length], new Vector256<double>[length]) { }
}
