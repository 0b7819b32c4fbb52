using Research.Pipeline.Files;

namespace Research.Pipeline.Tests.Files;

public class BytePlanesTests
{
    [Fact]
    public void Bytes_of_one_significance_lie_together()
    {
        Assert.Equal([1, 3, 5, 2, 4, 6], BytePlanes.Split([1, 2, 3, 4, 5, 6], 2));
        Assert.Equal([1, 4, 2, 5, 3, 6], BytePlanes.Split([1, 2, 3, 4, 5, 6], 3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(800)]
    public void What_is_joined_is_what_was_split(int length)
    {
        byte[] numbers = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 37))];
        byte[] joined = new byte[length];
        BytePlanes.Join(BytePlanes.Split(numbers, 8), 8, joined);
        Assert.Equal(numbers, joined);
    }
}
