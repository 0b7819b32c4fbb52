using Research.Evaluation.Recognition;
using Research.Evaluation.Trials;

namespace Research.Evaluation.Tests.Recognition;

public class FamiliarRangeTests
{
    [Fact]
    public void Two_in_a_hundred_of_the_held_out_recordings_are_refused()
    {
        FamiliarRange range = FamiliarRange.Of([.. Enumerable.Range(0, 200).Reverse().Select(i => (double)i)]);
        Assert.Equal(new FamiliarRange(4, 0.02, 200), range);
        Assert.Equal([true, false, true], new[] { 3.9, 4.0, double.NaN }.Select(range.IsStranger));
        Assert.Contains("98 % of 200 others had at least 4)", range.Warning(3.9), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_few_recordings_none_is_refused() => Assert.Equal(new FamiliarRange(-2, 0, 3), FamiliarRange.Of([1, -2, 5]));

    [Fact]
    public void Familiarity_is_what_the_model_computes_anyway()
    {
        Assert.Equal(-3, Familiarity.OfHmms([-45, -30, -60], 10));
        Assert.Equal(2 + Math.Log(2), Familiarity.OfScores([2, 2]), 1e-12);
        Assert.Equal(1000, Familiarity.OfScores([1000, -1000]), 1e-9);
        Assert.Equal(-2.5, Familiarity.OfStandardised([1, -2]));
    }
}
