using Research.Numerics;

namespace Research.Data.Tests;

public class PassingItemsTests
{
    [Fact]
    public void A_content_is_read_each_time_that_its_item_is_asked_for_and_once_by_whoever_holds_it()
    {
        int reads = 0;
        Item[] all =
        [
            .. Enumerable
                .Range(0, 5)
                .Select(i =>
                    Of(
                        $"{i}",
                        new MatrixContent(() =>
                        {
                            reads++;
                            return Numbered(i);
                        })
                    )
                ),
        ];
        var some = new PassingItems(all, 1, 4);
        Assert.Equal(["1", "2", "3"], some.Select(item => item.Id));
        Assert.Equal(0, reads);
        Item held = some[1];
        Assert.Equal((2.0, 2.0, 1), (held.Matrix[0, 0], held.Matrix[0, 0], reads));
        Assert.Equal((2.0, 2), (some[1].Matrix[0, 0], reads));
        Assert.Equal((2.0, 3), (all[2].Matrix[0, 0], reads)); // the item itself keeps nothing of theirs
    }

    [Fact]
    public void What_is_in_memory_already_stays_the_same()
    {
        var matrix = new Matrix(1, 1);
        var waveform = new Waveform([0.5], 8000);
        PassingItems items = new([Of("m", new MatrixContent(matrix)), Of("w", new WaveformContent(waveform))], 0, 2);
        Assert.Same(matrix, items[0].Matrix);
        Assert.Same(waveform, items[1].Waveform);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, 3)]
    public void Bounds_beyond_the_items_are_refused(int from, int to)
    {
        Item[] two = [Of("a", new MatrixContent(new Matrix(1, 1))), Of("b", new MatrixContent(new Matrix(1, 1)))];
        Assert.Throws<ArgumentOutOfRangeException>(() => new PassingItems(two, from, to));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PassingItems(two, 1, 2)[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PassingItems(two, 1, 2)[-1]);
    }

    private static Item Of(string id, ItemContent content) => new(id, "label", "group", null, content);

    private static Matrix Numbered(int number)
    {
        var matrix = new Matrix(1, 1);
        matrix[0, 0] = number;
        return matrix;
    }
}
