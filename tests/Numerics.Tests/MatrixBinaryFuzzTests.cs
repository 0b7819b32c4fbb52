using CsCheck;
using Research.Tests;

namespace Research.Numerics.Tests;

/// <summary>Random and mutated matrices, vectors and counts: read or refused, with memory in proportion to the file.</summary>
public class MatrixBinaryFuzzTests
{
    private const int Cases = 1000;
    private const int BytesForMessages = 1 << 15;

    [Fact]
    public void A_mutated_matrix_is_read_or_refused() =>
        MutatedBytes.Of(Small()).HoldsFor(Cases, bytes => Check(bytes, reader => MatrixBinary.Read(reader)));

    [Fact]
    public void A_mutated_vector_is_read_or_refused() =>
        MutatedBytes.Of(Small()).HoldsFor(Cases, bytes => Check(bytes, reader => MatrixBinary.ReadVector(reader)));

    [Fact]
    public void Random_bytes_are_read_or_refused() =>
        Gen
            .Byte.Array[0, 60]
            .HoldsFor(
                Cases,
                bytes =>
                {
                    Check(bytes, reader => MatrixBinary.Read(reader));
                    Check(bytes, reader => CountedBinary.ReadBlock(reader));
                }
            );

    [Theory]
    [InlineData(int.MaxValue, 0)]
    [InlineData(0, int.MaxValue)]
    public void An_empty_matrix_of_endless_rows_is_refused(int rows, int columns) =>
        Assert.Throws<InvalidDataException>(() =>
            MatrixBinary.Read(Reader([.. BitConverter.GetBytes(rows), .. BitConverter.GetBytes(columns)]))
        );

    [Theory]
    [InlineData(2, 3)]
    [InlineData(1, 6)]
    [InlineData(3, 2)]
    public void A_count_is_as_large_as_the_bytes_that_are_left_allow(int most, int leastBytes)
    {
        Assert.Equal(most, CountedBinary.ReadCount(Reader([.. BitConverter.GetBytes(most), .. new byte[6]]), leastBytes));
        Assert.Throws<EndOfStreamException>(() =>
            CountedBinary.ReadCount(Reader([.. BitConverter.GetBytes(most + 1), .. new byte[6]]), leastBytes)
        );
        Assert.Throws<InvalidDataException>(() => CountedBinary.ReadCount(Reader(BitConverter.GetBytes(-1)), leastBytes));
    }

    [Fact]
    public void A_block_is_read_whole_or_not_at_all()
    {
        Assert.Equal([7, 8], CountedBinary.ReadBlock(Reader([2, 0, 0, 0, 7, 8, 9])));
        Assert.Throws<EndOfStreamException>(() => CountedBinary.ReadBlock(Reader([3, 0, 0, 0, 7, 8])));
    }

    private static void Check(byte[] bytes, Action<BinaryReader> read) =>
        HostileInput.IsReadOrRefused(
            () => read(Reader(bytes)),
            BytesForMessages + (2L * bytes.Length),
            error => error is EndOfStreamException or InvalidDataException
        );

    private static byte[] Small()
    {
        using var file = new MemoryStream();
        MatrixBinary.Write(
            new BinaryWriter(file),
            Matrix.OfRows([
                [1, 2, 3],
                [4, 5, 6],
            ])
        );
        return file.ToArray();
    }

    private static BinaryReader Reader(byte[] bytes) => new(new MemoryStream(bytes));
}
