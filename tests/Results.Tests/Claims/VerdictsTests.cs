using Research.Results.Claims;

namespace Research.Results.Tests.Claims;

public class VerdictsTests
{
    [Theory]
    [InlineData(Verdict.Reproduced, "reproduced")]
    [InlineData(Verdict.Higher, "higher")]
    [InlineData(Verdict.Lower, "lower")]
    [InlineData(Verdict.DataNotPublic, "data not public")]
    [InlineData(Verdict.StandIn, "other data")]
    [InlineData(Verdict.Timed, "timed, see timings.csv")]
    [InlineData(Verdict.NotAttempted, "not attempted")]
    public void A_verdict_in_words(Verdict verdict, string words) => Assert.Equal(words, verdict.Words());

    [Fact]
    public void What_is_no_verdict_has_no_words()
    {
        string said = Assert.Throws<ArgumentOutOfRangeException>(() => ((Verdict)99).Words()).Message;
        Assert.StartsWith("There is no such verdict.", said, StringComparison.Ordinal);
    }

    // A single number counts to half of the last place that was printed, and to no more.
    [Theory]
    [InlineData(29.5, 30, Verdict.Reproduced)]
    [InlineData(30.5, 30, Verdict.Reproduced)]
    [InlineData(29.4999, 30, Verdict.Lower)]
    [InlineData(30.5001, 30, Verdict.Higher)]
    [InlineData(1.75, 1.5, Verdict.Higher)]
    [InlineData(1.546875, 1.5, Verdict.Reproduced)]
    [InlineData(0.0625, 0.5, Verdict.Lower)]
    [InlineData(0.453125, 0.5, Verdict.Reproduced)]
    [InlineData(1e-9, 1e-9, Verdict.Reproduced)]
    [InlineData(1.5e-9, 1e-9, Verdict.Higher)] // 1E-09 has no place after a point
    [InlineData(0.25, 1e-9, Verdict.Higher)]
    [InlineData(-0.25, 1e-9, Verdict.Lower)]
    public void A_single_number_is_compared_as_far_as_the_published_one_was_printed(
        double ours,
        double published,
        Verdict expected
    ) => Assert.Equal(expected, Verdicts.Of(Single(ours), published));

    // Two standard errors are a proportion's: of a published number that is none there are none, and the stated nearness still counts.
    [Theory]
    [InlineData(50.5, 50)]
    [InlineData(-2.5, -3)]
    public void The_stated_nearness_counts_for_numbers_that_are_no_proportions(double ours, double published)
    {
        Figure figure = Single(ours) with { Runs = [ours, ours], TestItems = 10, ComparedWithin = 0.75 };
        Assert.Equal(Verdict.Reproduced, Verdicts.Of(figure, published));
        Assert.NotEqual(Verdict.Reproduced, Verdicts.Of(figure with { ComparedWithin = 0.25 }, published));
    }

    private static Figure Single(double value) =>
        new()
        {
            Variant = "v",
            Split = "test",
            Metric = "frames",
            Runs = [value],
            IsShare = false,
        };
}
