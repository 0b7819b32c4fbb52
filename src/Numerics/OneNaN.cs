using System.Runtime.InteropServices;

namespace Research.Numerics;

/// <summary>Numbers as bytes to keep or to hash, in which every NaN is the same one.</summary>
/// <remarks>
/// IEEE 754 leaves a NaN's sign and payload open, and machines differ: x86 makes 0xFFC00000, Arm 0x7FC00000, a GPU 0x7FFFFFFF.
/// All become .NET's <see cref="float.NaN"/> and <see cref="double.NaN"/>. Other values keep every bit.
/// </remarks>
public static class OneNaN
{
    /// <summary>The numbers' bytes: the memory itself where no NaN is among them, else a copy.</summary>
    public static ReadOnlySpan<byte> Bytes(ReadOnlySpan<float> values) => MemoryMarshal.AsBytes(Of(values));

    /// <summary>The numbers' bytes: the memory itself where no NaN is among them, else a copy.</summary>
    public static ReadOnlySpan<byte> Bytes(ReadOnlySpan<double> values) => MemoryMarshal.AsBytes(Of(values));

    /// <summary>The numbers' bits as whole numbers: the memory itself where no NaN is among them, else a copy.</summary>
    public static ReadOnlySpan<long> Bits(ReadOnlySpan<double> values) => MemoryMarshal.Cast<double, long>(Of(values));

    public static double Of(double value) => double.IsNaN(value) ? double.NaN : value;

    private static ReadOnlySpan<T> Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        int first = 0;
        while (first < values.Length && !T.IsNaN(values[first]))
        {
            first++;
        }

        if (first == values.Length)
        {
            return values;
        }

        T[] copy = values.ToArray();
        for (int i = first; i < copy.Length; i++)
        {
            copy[i] = T.IsNaN(copy[i]) ? T.NaN : copy[i];
        }

        return copy;
    }
}
