using Research.Report.Claims;
using Research.Results.Claims;

namespace Research.Report.Tests.Claims;

public class OutcomesTests
{
    [Theory]
    [InlineData("lower", "loss", "better")]
    [InlineData("higher", "mse", "worse")]
    [InlineData("lower", "accuracy", "worse")]
    [InlineData("higher", "accuracy (lowest)", "better")]
    [InlineData("higher", "f1", "better")]
    [InlineData("higher", "F1", "above")] // a formant, in hertz
    [InlineData("lower", "mean_pitch", "below")]
    [InlineData("reproduced", "loss", "reproduced")]
    [InlineData("other data", "accuracy", "other data")]
    [InlineData("timed, see timings.csv", "mean_forward_time", "timed")]
    public void A_verdict_is_told_as_better_or_worse_where_the_quantity_has_a_better(
        string verdict,
        string quantity,
        string words
    ) => Assert.Equal(words, Outcomes.Of(verdict, quantity)!.Value.Words());

    [Fact]
    public void Every_verdict_has_an_outcome_and_another_word_has_none()
    {
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.NotNull(Outcomes.Of(verdict.Words(), "accuracy")));
        Assert.Null(Outcomes.Of("", "accuracy"));
        Assert.Null(Outcomes.Of("splendid", "accuracy"));
    }

    [Fact]
    public void Better_worse_and_neither_have_colours_of_their_own()
    {
        string[] styles = [.. Outcomes.All.Where(outcome => outcome.IsCompared()).Select(outcome => outcome.Style()).Distinct()];
        Assert.Equal(["reproduced", "better", "worse", "beside"], styles);
        Assert.All(Outcomes.All, outcome => Assert.NotEmpty(outcome.Explained()));
        Assert.Equal(Enum.GetValues<Outcome>(), Outcomes.All);
    }
}
