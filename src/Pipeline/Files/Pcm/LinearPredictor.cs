using System.Numerics;
using System.Runtime.Intrinsics;

namespace Research.Pipeline.Files.Pcm;

/// <summary>Predicts a sample as a weighted sum of those before it: RFC 9639, section 9.2.6.</summary>
/// <remarks>In whole numbers modulo 2^32, so that every machine finds the same predictions, whatever the weights.</remarks>
internal sealed class LinearPredictor
{
    public const int MostOrder = 24;

    /// <summary>Weights are at least minus this, and less than this.</summary>
    public const int WeightLimit = 1 << (MostWeightBits - 1);

    public const int MostShift = (1 << ShiftBits) - 1;

    public const int MostWeightBits = 1 << WidthBits;

    private const int ShiftBits = 4;
    private const int WidthBits = 4;

    private readonly int[] _weights; // the latest sample's last
    private readonly int _shift;
    private readonly int _weightBits = 1;

    /// <param name="weights">The latest sample's first; 16 bits each at most.</param>
    /// <param name="shift">The weighted sum is divided by 2 to its power.</param>
    public LinearPredictor(ReadOnlySpan<int> weights, int shift)
    {
        _weights = weights.ToArray();
        Array.Reverse(_weights);
        _shift = shift;
        foreach (int weight in weights)
        {
            _weightBits = Math.Max(_weightBits, 33 - BitOperations.LeadingZeroCount((uint)(weight ^ (weight >> 31))));
        }
    }

    public int Order => _weights.Length;

    /// <summary>Bits that the predictor itself takes.</summary>
    public int Bits => ShiftBits + WidthBits + (_weightBits * Order);

    public void Write(BitWriter writer)
    {
        writer.Write((uint)_shift, ShiftBits);
        writer.Write((uint)_weightBits - 1, WidthBits);
        foreach (int weight in _weights)
        {
            writer.Write((uint)weight & ((1u << _weightBits) - 1), _weightBits);
        }
    }

    /// <exception cref="InvalidDataException">The bytes end first.</exception>
    public static LinearPredictor Read(ref BitReader reader, int order)
    {
        int shift = (int)reader.Read(ShiftBits);
        int bits = (int)reader.Read(WidthBits) + 1;
        Span<int> weights = stackalloc int[order];
        for (int i = order - 1; i >= 0; i--)
        {
            weights[i] = (int)(reader.Read(bits) << (32 - bits)) >> (32 - bits);
        }

        return new LinearPredictor(weights, shift);
    }

    /// <summary>What each sample of the block differs by from its prediction, folded.</summary>
    /// <param name="samples">With as many samples before the block as the order.</param>
    public void Residuals(ReadOnlySpan<int> samples, int start, Span<uint> folded)
    {
        int n = 0;
        for (; n + Vector256<int>.Count <= folded.Length; n += Vector256<int>.Count)
        {
            Vector256<int> sum = Vector256<int>.Zero;
            for (int j = 0; j < _weights.Length; j++)
            {
                sum += Vector256.Create<int>(samples[(start + n + j - Order)..]) * _weights[j];
            }

            Vector256<int> residual = Vector256.Create<int>(samples[(start + n)..]) - (sum >> _shift);
            ((residual << 1) ^ (residual >> 31)).AsUInt32().CopyTo(folded[n..]);
        }

        for (; n < folded.Length; n++)
        {
            folded[n] = RicePlan.Fold(unchecked(samples[start + n] - Predict(samples.Slice(start + n - Order, Order))));
        }
    }

    /// <summary>Adds the predictions to the residuals of a block, in place.</summary>
    public void Restore(Span<int> samples, int start, int count)
    {
        for (int n = start; n < start + count; n++)
        {
            samples[n] = unchecked(samples[n] + Predict(samples.Slice(n - Order, Order)));
        }
    }

    private int Predict(ReadOnlySpan<int> before)
    {
        int sum = 0;
        int[] weights = _weights;
        for (int j = 0; j < weights.Length && j < before.Length; j++)
        {
            sum = unchecked(sum + (weights[j] * before[j]));
        }

        return sum >> _shift;
    }
}
