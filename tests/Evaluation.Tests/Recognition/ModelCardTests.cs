using Research.Evaluation.Recognition;

namespace Research.Evaluation.Tests.Recognition;

public class ModelCardTests
{
    private static readonly ModelCard Alone = Cards.Card with { Familiar = new(-5, 0.02, 50) };
    private static readonly ModelCard Both = Alone with { Background = new(-70, 0.01, 60) };

    [Theory]
    [InlineData(-5, -70, null)]
    [InlineData(-5.1, -70, "familiarity -5.1; 98 % of 50 others had at least -5")]
    [InlineData(-5, -71, "familiarity -71; 99 % of 60 others had at least -70")]
    [InlineData(-6, -71, "familiarity -6; 98 % of 50 others had at least -5")]
    [InlineData(-5, double.NegativeInfinity, "familiarity -Infinity; 99 % of 60 others had at least -70")]
    public void A_stranger_is_who_one_of_both_measures_does_not_know(double own, double background, string? words)
    {
        string? said = Both.StrangerWarning(new Answer([1], own) { Background = background });
        Assert.Equal(
            words is null ? null : $"it is unlike the recordings of the training ({words}), so the answer may mean nothing",
            said
        );
    }

    [Theory]
    [InlineData(-4, true)]
    [InlineData(-6, false)]
    [InlineData(double.NaN, false)]
    public void Without_a_background_the_models_own_measure_counts(double own, bool known) =>
        Assert.Equal(known, Alone.StrangerWarning(new Answer([1], own)) is null);
}
