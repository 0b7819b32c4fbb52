using Research.Pipeline.Files;

namespace Research.Pipeline.Tests.Files;

public class RepeatedValuesTests
{
    [Fact]
    public void Values_stand_once_in_the_order_in_which_they_appear()
    {
        var found = RepeatedValues.Of([7, 7, -1, 7, -1, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7])!;
        Assert.Equal([7, -1], found.Values);
        Assert.Equal([0, 0, 1, 0, 1, .. new ushort[11]], found.Places);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(80, 11)]
    [InlineData(600_000, 65_537)] // more than two bytes can name
    public void A_column_of_more_values_is_left_as_it_is(int length, int values) =>
        Assert.Null(
            RepeatedValues.Of([.. Enumerable.Range(0, length).Select(n => (long)(n % values))]) is { Values.Length: > 0 } found
                ? found
                : null
        );

    [Fact]
    public void What_is_written_reads_back_and_a_place_beyond_the_values_is_refused()
    {
        var written = RepeatedValues.Of([.. Enumerable.Range(0, 8000).Select(n => long.MinValue + (n % 1000))])!;
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        written.Write(writer);
        stream.Position = 0;
        var read = RepeatedValues.Read(new BinaryReader(stream), 8000);
        Assert.Equal(written.Values, read.Values);
        Assert.Equal(written.Places, read.Places);
        byte[] bytes = stream.ToArray();
        bytes[^1] = 0xFF;
        Assert.Throws<InvalidDataException>(() => RepeatedValues.Read(new BinaryReader(new MemoryStream(bytes)), 8000));
        Assert.Throws<EndOfStreamException>(() => RepeatedValues.Read(new BinaryReader(new MemoryStream(bytes[..^1])), 8000));
    }
}
