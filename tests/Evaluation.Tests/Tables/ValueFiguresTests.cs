using Research.Evaluation.Tables;
using Research.Results.Claims;

namespace Research.Evaluation.Tests.Tables;

public class ValueFiguresTests
{
    private static readonly ClaimKey Key = new()
    {
        Document = "d",
        Experiment = "e",
        Dataset = "s",
        Quantity = "spearman",
        Class = "valence",
    };

    [Fact]
    public void Runs_give_three_figures_a_target_and_three_means_over_the_seeds()
    {
        Figure[] figures =
        [
            .. ValueFigures.Of([
                Samples.Values("m", [1, 2, 3], [1, 3, 2]) with
                {
                    Answers = new Dictionary<string, ClaimKey> { ["valence"] = Key },
                },
                Samples.Values("m", [1, 2, 3], [1, 2, 3], seed: 2),
                Samples.Values("n", [1, 2, 3], [5, 5, 5]),
            ]),
        ];
        Assert.Equal(
            [
                ("m", "spearman", "valence"),
                ("m", "r2", "valence"),
                ("m", "mse", "valence"),
                ("m", "spearman", "mean"),
                ("m", "r2", "mean"),
                ("m", "mse", "mean"),
            ],
            figures.Take(6).Select(figure => (figure.Variant, figure.Metric, figure.Class))
        );
        Assert.Equal([0.5, 1], figures[0].Runs);
        Assert.Equal([0.0, 1], figures[1].Runs.Select(value => Math.Round(value, 12))); // squared errors 1 and 1, squared deviations 1 and 1
        Assert.Equal(2.0 / 3, figures[2].Runs[0], 1e-12);
        Assert.Equal(figures[0].Runs, figures[3].Runs);
        Assert.Equal([Key, null, null, null], figures.Take(4).Select(figure => figure.Answers));
        Assert.All(figures, figure => Assert.False(figure.IsShare));
    }

    [Fact]
    public void A_model_that_predicts_one_value_for_all_ranks_nothing() =>
        Assert.Equal([0.0], ValueFigures.Of([Samples.Values("n", [1, 2, 3], [5, 5, 5])]).First().Runs);

    [Fact]
    public void The_mean_is_over_the_targets()
    {
        ValueRun run = Samples.Values("m", [], []);
        Figure[] figures =
        [
            .. ValueFigures.Of([
                run with
                {
                    Predictions = new(
                        "test",
                        ["a", "b", "c"],
                        ["arousal", "valence"],
                        [
                            [1, 1],
                            [2, 2],
                            [3, 3],
                        ],
                        [
                            [1, 1],
                            [2, 3],
                            [3, 2],
                        ]
                    ),
                },
            ]),
        ];
        Assert.Equal([1, 0.5, 0.75], figures.Where(figure => figure.Metric == "spearman").Select(figure => figure.Runs[0]));
        Assert.Equal(1.0 / 3, figures[^1].Runs[0], 1e-12);
    }
}
