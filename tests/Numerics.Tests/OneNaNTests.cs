namespace Research.Numerics.Tests;

public class OneNaNTests
{
    private static readonly uint[] Kinds = [0xFFC00000, 0x7FC00000, 0x7FFFFFFF, 0x7F800001, 0xFF8ABCDE]; // x86, Arm, GPU, signalling, any

    [Fact]
    public void Floats_with_any_kind_of_nan_have_the_same_bytes()
    {
        byte[][] all =
        [
            .. Kinds.Select(kind => OneNaN.Bytes(new[] { 1f, BitConverter.UInt32BitsToSingle(kind), -0f }).ToArray()),
        ];
        Assert.All(all, bytes => Assert.Equal(all[0], bytes));
        Assert.Equal([1f, float.NaN, -0f], Enumerable.Range(0, 3).Select(i => BitConverter.ToSingle(all[0], 4 * i)));
    }

    [Fact]
    public void Doubles_with_any_kind_of_nan_have_the_same_bytes_in_a_matrix()
    {
        byte[][] all =
        [
            .. Kinds.Select(kind =>
            {
                using var file = new MemoryStream();
                using var writer = new BinaryWriter(file);
                MatrixBinary.Write(writer, [2, BitConverter.UInt64BitsToDouble(((ulong)(kind | 0x7FF00000) << 32) | 5)]);
                return file.ToArray();
            }),
        ];
        Assert.All(all, bytes => Assert.Equal(all[0], bytes));
    }

    [Fact]
    public void Everything_else_keeps_its_bits()
    {
        float[] values = [0f, -0f, float.Epsilon, float.PositiveInfinity, float.MinValue];
        Assert.Equal(values.SelectMany(BitConverter.GetBytes), OneNaN.Bytes(values).ToArray());
        Assert.Equal(double.NegativeInfinity, OneNaN.Of(double.NegativeInfinity));
    }
}
