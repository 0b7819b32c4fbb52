using Research.Evaluation.Tables;
using Research.Results.Claims;

namespace Research.Evaluation.Tests.Tables;

public class AccuraciesTests
{
    private static readonly ClaimKey Key = new()
    {
        Document = "d",
        Experiment = "e",
        Dataset = "s",
        Quantity = "accuracy",
    };

    [Fact]
    public void Runs_of_one_variant_and_split_give_three_figures_over_the_seeds()
    {
        Figure[] figures =
        [
            .. Accuracies.Of([
                Samples.Run("m", "aaab", "aaba") with
                {
                    Answers = Key,
                },
                Samples.Run("n", "ab", "ab"),
                Samples.Run("m", "aaab", "aaab", seed: 2),
            ]),
        ];
        Assert.Equal(
            [
                ("m", "accuracy", ""),
                ("m", "uar", ""),
                ("m", "f1", "macro"),
                ("n", "accuracy", ""),
                ("n", "uar", ""),
                ("n", "f1", "macro"),
            ],
            figures.Select(figure => (figure.Variant, figure.Metric, figure.Class))
        );
        Assert.Equal([0.5, 1], figures[0].Runs);
        Assert.Equal(1.0 / 3, figures[1].Runs[0], 1e-12); // recalls 2/3 and 0
        Assert.Equal(1.0 / 3, figures[2].Runs[0], 1e-12); // F1 2/3 and 0
        Assert.Equal([4, null, null], figures.Take(3).Select(figure => figure.TestItems));
        Assert.Equal([Key, null, null], figures.Take(3).Select(figure => figure.Answers));
    }
}
