using Research.Pipeline.Files;

namespace Research.Pipeline.Tests.Files;

public class BytePlanesTests
{
    [Fact]
    public void Bytes_of_one_significance_lie_together_the_lowest_first()
    {
        byte[] planes = BytePlanes.Split([0x0807_0605_0403_0201, 0x1817_1615_1413_1211]);
        Assert.Equal([1, 0x11, 2, 0x12, 3, 0x13, 4, 0x14, 5, 0x15, 6, 0x16, 7, 0x17, 8, 0x18], planes);
    }

    [Fact]
    public void Eight_numbers_at_once_lie_as_single_ones_do()
    {
        long[] numbers = Numbers(8);
        byte[] planes = BytePlanes.Split(numbers);
        for (int plane = 0; plane < 8; plane++)
        {
            Assert.Equal(numbers.Select(number => (byte)(number >> (8 * plane))), planes[(8 * plane)..((8 * plane) + 8)]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(101)]
    public void What_is_joined_is_what_was_split(int length)
    {
        long[] numbers = Numbers(length);
        long[] joined = new long[length];
        BytePlanes.Join(BytePlanes.Split(numbers), joined);
        Assert.Equal(numbers, joined);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(PlaneWriter.ChunkNumbers)]
    [InlineData(PlaneWriter.ChunkNumbers + 3)]
    [InlineData(2 * PlaneWriter.ChunkNumbers)]
    public void A_row_of_many_numbers_reads_back_in_other_pieces_than_it_was_written_in(int length)
    {
        long[] numbers = Numbers(length);
        using var stream = new MemoryStream();
        using (var writer = new PlaneWriter(stream))
        {
            writer.Write(numbers.AsSpan(0, length / 3));
            writer.Write(numbers.AsSpan(length / 3));
        }

        Assert.Equal(8L * length, stream.Length);
        stream.Position = 0;
        var reader = new PlaneReader(stream, length);
        long[] back = new long[length];
        reader.Read(back.AsSpan(0, length / 2));
        reader.Read(back.AsSpan(length / 2));
        Assert.Equal(numbers, back);
        Assert.Throws<EndOfStreamException>(() => reader.Read(new long[1]));
    }

    private static long[] Numbers(int length) =>
        [.. Enumerable.Range(1, length).Select(i => unchecked((long)(0x9E37_79B9_7F4A_7C15UL * (ulong)i)))];
}
