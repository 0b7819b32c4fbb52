using Research.Experiments.Digits;

namespace Research.Experiments.Tests.Digits;

public class MarkSlipsTests
{
    private static readonly MarkSlips Slips = new()
    {
        Seconds = 0.5,
        Places = 5,
        Agreement = 0.01,
    };

    [Fact]
    public void An_end_is_moved_evenly_from_one_side_to_the_other()
    {
        Assert.Equal([-0.5, -0.25, 0, 0.25, 0.5], Slips.OfAnEnd());
        Assert.Equal([-0.5], (Slips with { Places = 1 }).OfAnEnd());
    }
}
