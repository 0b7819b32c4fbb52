using CsCheck;
using Research.Tests;

namespace Research.Numerics.Tests;

public class MatrixBinaryTests
{
    // Any 64 bits: not-a-numbers with their payloads, negative zero, denormals.
    private static readonly Gen<double> AnyBits = Gen.Long.Select(BitConverter.Int64BitsToDouble);

    private static readonly Gen<Matrix> Matrices = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6])
        .SelectMany((rows, columns) => AnyBits.Array[rows * columns].Select(values => Of(rows, columns, values)));

    [Fact]
    public void A_matrix_is_read_back_to_the_last_bit_but_for_the_kind_of_its_nans() =>
        Matrices.HoldsFor(
            200,
            matrix =>
            {
                Matrix back = MatrixBinary.Read(Reader(Bytes(matrix)));
                Assert.Equal((matrix.Rows, matrix.Columns), (back.Rows, back.Columns));
                Assert.Equal(Bits(matrix.Values), Bits(back.Values));
            }
        );

    [Fact]
    public void A_vector_is_read_back_to_the_last_bit_but_for_the_kind_of_its_nans() =>
        AnyBits
            .Array[0, 20]
            .HoldsFor(
                200,
                values =>
                {
                    using var file = new MemoryStream();
                    using var writer = new BinaryWriter(file);
                    MatrixBinary.Write(writer, values);
                    Assert.Equal(Bits(values), Bits(MatrixBinary.ReadVector(Reader(file.ToArray()))));
                }
            );

    [Fact]
    public void A_matrix_that_is_cut_off_is_refused() =>
        Gen.Select(Matrices, Gen.Double[0, 1])
            .HoldsFor(
                200,
                cut =>
                {
                    byte[] bytes = Bytes(cut.Item1);
                    byte[] start = bytes[..(int)(cut.Item2 * (bytes.Length - 1))];
                    Assert.Throws<EndOfStreamException>(() => MatrixBinary.Read(Reader(start)));
                }
            );

    [Fact]
    public void Counts_that_the_file_cannot_hold_are_refused_without_memory_for_them() =>
        Gen.Select(Gen.Int, Gen.Int)
            .Where((rows, columns) => rows < 0 || columns < 0 || (long)rows * columns > 8)
            .HoldsFor(
                200,
                counts =>
                {
                    byte[] bytes =
                    [
                        .. BitConverter.GetBytes(counts.Item1),
                        .. BitConverter.GetBytes(counts.Item2),
                        .. new byte[64],
                    ];
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    Exception? error = Record.Exception(() => MatrixBinary.Read(Reader(bytes)));
                    long allocated = GC.GetAllocatedBytesForCurrentThread() - before; // before the error is written out, which reads symbols
                    Assert.True(error is EndOfStreamException or InvalidDataException, $"{error}");
                    Assert.InRange(allocated, 0, 100_000);
                }
            );

    [Fact]
    public void A_vector_with_a_count_below_zero_or_beyond_the_file_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => MatrixBinary.ReadVector(Reader(BitConverter.GetBytes(-1))));
        Assert.Throws<EndOfStreamException>(() => MatrixBinary.ReadVector(Reader(BitConverter.GetBytes(int.MaxValue))));
    }

    private static Matrix Of(int rows, int columns, double[] values)
    {
        var matrix = new Matrix(rows, columns);
        values.CopyTo(matrix.Values);
        return matrix;
    }

    private static long[] Bits(ReadOnlySpan<double> values) =>
        [.. values.ToArray().Select(value => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value))];

    private static BinaryReader Reader(byte[] bytes) => new(new MemoryStream(bytes));

    private static byte[] Bytes(Matrix matrix)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        MatrixBinary.Write(writer, matrix);
        return file.ToArray();
    }
}
