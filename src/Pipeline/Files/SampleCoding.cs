using System.Runtime.InteropServices;
using Research.Numerics;

namespace Research.Pipeline.Files;

/// <summary>Doubles as bytes, every bit of them but a NaN's (<see cref="OneNaN"/>), in byte planes.</summary>
internal static class SampleCoding
{
    public static byte[] Encode(ReadOnlySpan<double> values) => BytePlanes.Split(OneNaN.Bits(values));

    /// <summary>The values that were encoded.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those of so many values.</exception>
    public static double[] Decode(ReadOnlySpan<byte> bytes, int count)
    {
        if (bytes.Length != (long)count * sizeof(double))
        {
            throw new InvalidDataException($"{bytes.Length} bytes are not those of {count} values.");
        }

        var values = new double[count];
        BytePlanes.Join(bytes, MemoryMarshal.Cast<double, long>(values.AsSpan()));
        return values;
    }
}
