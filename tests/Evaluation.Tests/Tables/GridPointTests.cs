using Research.Evaluation.Tables;
using Research.Evaluation.Trials;
using Research.Results.Claims;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Tables;

public class GridPointTests
{
    // Validation: 3 and 2 of 4 right; test: 1 and 2 of 2.
    private static readonly GridPoint<int> Point = GridPoint.Of(
        7,
        [Result("aaab", "aaaa", "ab", "bb"), Result("aaab", "abaa", "ab", "ab")]
    );

    [Fact]
    public void A_point_knows_its_settings_and_its_mean_accuracies_over_the_seeds()
    {
        Assert.Equal(7, Point.Settings);
        Assert.Equal(0.625, Point.MeanValidation, 1e-12);
        Assert.Equal(0.75, Point.MeanTest, 1e-12);
    }

    [Fact]
    public void Only_the_validation_accuracy_answers_a_claim()
    {
        var key = new ClaimKey
        {
            Document = "d",
            Experiment = "e",
            Dataset = "s",
            Quantity = "accuracy",
        };
        Figure[] figures = [.. Point.Figures("seven", key)];
        Assert.Equal(
            [("seven", SubsetNames.Validation, 4), ("seven", SubsetNames.Test, 2)],
            figures.Select(figure => (figure.Variant, figure.Split, figure.TestItems!.Value))
        );
        Assert.Equal([0.75, 0.5], figures[0].Runs);
        Assert.Equal([0.5, 1], figures[1].Runs);
        Assert.Equal([key, null], figures.Select(figure => figure.Answers));
    }

    private static TrialResult Result(string validation, string validated, string test, string tested) =>
        new()
        {
            Predictions =
            [
                Samples.Predicted(validation, validated, part: SubsetNames.Validation),
                Samples.Predicted(test, tested, part: SubsetNames.Test),
            ],
        };
}
