using System.Numerics;

namespace Research.Pipeline.Files.Pcm;

/// <summary>How residuals are coded: in parts of equal length, each with a Rice parameter of its own.</summary>
/// <remarks>
/// Partitioned Rice codes, RFC 9639, section 9.2.7. Ours differ in this: part p of 2^o is [p·n / 2^o, (p + 1)·n / 2^o), so that any length can
/// be parted, and a part of nothing but zeros takes no bit beyond its parameter.
/// </remarks>
internal sealed class RicePlan
{
    /// <summary>At most 2^4 parts: of a whole block, 64 residuals each.</summary>
    public const int MostOrder = 4;

    private const int OrderBits = 3;
    private const int ParameterBits = 5;
    private const int AllZero = (1 << ParameterBits) - 1;
    private const int MostParameter = AllZero - 1;

    private readonly long[] _sums = new long[1 << MostOrder];
    private readonly int[] _tried = new int[1 << MostOrder];
    private readonly int[] _parameters = new int[1 << MostOrder];
    private int _order;

    /// <summary>About how many bits the residuals take.</summary>
    public long Bits { get; private set; }

    /// <summary>Chooses parts and parameters by the sums of the residuals.</summary>
    /// <param name="folded">Residuals made unsigned by <see cref="Fold" />.</param>
    public void Choose(ReadOnlySpan<uint> folded)
    {
        for (int part = 0; part < _sums.Length; part++)
        {
            (int start, int end) = PartOf(part, MostOrder, folded.Length);
            long sum = 0;
            foreach (uint value in folded[start..end])
            {
                sum += value;
            }

            _sums[part] = sum;
        }

        Bits = long.MaxValue;
        for (int order = MostOrder; order >= 0; order--)
        {
            Try(order, folded.Length);
            for (int part = 0; part < (1 << order) / 2; part++)
            {
                _sums[part] = _sums[2 * part] + _sums[(2 * part) + 1];
            }
        }
    }

    /// <summary>Writes the residuals that were chosen for.</summary>
    public void Write(BitWriter writer, ReadOnlySpan<uint> folded)
    {
        writer.Write((uint)_order, OrderBits);
        for (int part = 0; part < 1 << _order; part++)
        {
            int parameter = _parameters[part];
            writer.Write((uint)parameter, ParameterBits);
            if (parameter == AllZero)
            {
                continue;
            }

            (int start, int end) = PartOf(part, _order, folded.Length);
            foreach (uint value in folded[start..end])
            {
                writer.WriteRice(value, parameter);
            }
        }
    }

    /// <summary>Reads residuals, unfolded.</summary>
    /// <exception cref="InvalidDataException">The bytes hold none.</exception>
    public static void Read(ref BitReader reader, Span<int> residuals)
    {
        int order = (int)reader.Read(OrderBits);
        for (int part = 0; part < 1 << order; part++)
        {
            int parameter = (int)reader.Read(ParameterBits);
            (int start, int end) = PartOf(part, order, residuals.Length);
            if (parameter == AllZero)
            {
                residuals[start..end].Clear();
                continue;
            }

            foreach (ref int residual in residuals[start..end])
            {
                residual = Unfold(reader.ReadRice(parameter));
            }
        }
    }

    /// <summary>0, −1, 1, −2 … to 0, 1, 2, 3 …</summary>
    public static uint Fold(int residual) => unchecked((uint)((residual << 1) ^ (residual >> 31)));

    private static int Unfold(uint folded) => (int)(folded >> 1) ^ -(int)(folded & 1);

    private static (int Start, int End) PartOf(int part, int order, int length) =>
        ((part * length) >> order, ((part + 1) * length) >> order);

    private void Try(int order, int length)
    {
        long bits = OrderBits;
        for (int part = 0; part < 1 << order; part++)
        {
            (int start, int end) = PartOf(part, order, length);
            (_tried[part], long taken) = BestParameter(_sums[part], end - start);
            bits += ParameterBits + taken;
        }

        if (bits < Bits)
        {
            (Bits, _order) = (bits, order);
            _tried.AsSpan(0, 1 << order).CopyTo(_parameters);
        }
    }

    private static (int Parameter, long Bits) BestParameter(long sum, int count)
    {
        if (sum == 0)
        {
            return (AllZero, 0);
        }

        int middle = BitOperations.Log2((ulong)(sum / count) | 1);
        (int best, long least) = (0, long.MaxValue);
        for (int parameter = Math.Max(0, middle - 1); parameter <= Math.Min(middle + 1, MostParameter); parameter++)
        {
            // Cutting k bits off a value loses (2^k − 1)/2 of it on the average.
            long quotients = Math.Max(0, ((2 * sum) - (count * ((1L << parameter) - 1))) >> (parameter + 1));
            long bits = ((parameter + 1L) * count) + quotients;
            if (bits < least)
            {
                (best, least) = (parameter, bits);
            }
        }

        return (best, least);
    }
}
