using Research.Models.Networks.Items;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Items;

public class WindowsTests
{
    [Theory]
    [InlineData(2, new[] { 0 })]
    [InlineData(3, new[] { 0 })]
    [InlineData(8, new[] { 0, 3 })]
    [InlineData(9, new[] { 0, 3, 6 })]
    public void Windows_lie_end_to_end_and_there_is_one_at_least(int frames, int[] starts) =>
        Assert.Equal(starts, new Windows([Counting(frames)], 3).Starts(0));

    [Fact]
    public void A_window_holds_the_frames_from_its_start_and_zeros_after_the_end()
    {
        var windows = new Windows([Counting(2), Counting(9)], 3);
        Tensor batch = windows.At([1, 0], [6, 0]);
        Assert.Equal([2, 1, 3, 2], batch.shape);
        Assert.Equal([6, 6.5f, 7, 7.5f, 8, 8.5f, 0, 0.5f, 1, 1.5f, 0, 0], batch.data<float>().ToArray());
    }

    [Fact]
    public void Every_start_is_drawn_and_none_beyond_the_last_whole_window()
    {
        manual_seed(1);
        var windows = new Windows([Counting(6)], 3);
        float[] firsts =
        [
            .. windows.Drawn([.. Enumerable.Repeat(0, 400)]).data<float>().ToArray().Chunk(6).Select(own => own[0]),
        ];
        Assert.Equal([0, 1, 2, 3], firsts.Distinct().Order());
        Assert.All(firsts.CountBy(first => first), count => Assert.InRange(count.Value, 60, 140));
    }

    [Fact]
    public void A_value_that_is_not_finite_is_refused()
    {
        Matrix picture = Counting(4);
        picture[2, 1] = double.NaN;
        Assert.Throws<ResearchException>(() => new Windows([picture], 3));
    }

    // Frame t holds t and t + 0.5.
    internal static Matrix Counting(int frames) =>
        Matrix.OfRows([.. Enumerable.Range(0, frames).Select(t => new[] { t, t + 0.5 })]);
}
