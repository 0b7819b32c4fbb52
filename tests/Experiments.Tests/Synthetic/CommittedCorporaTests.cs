using System.Globalization;
using Research.Results.Tables;
using Research.Tests;

namespace Research.Experiments.Tests.Synthetic;

// What is asked of the corpora, of the committed measurements; CI verifies that these come out again.
public class CommittedCorporaTests
{
    [Theory]
    [InlineData("synthetic-digits")]
    [InlineData("synthetic-speech-emotion")]
    [InlineData("synthetic-music")]
    public void A_forest_gets_between_0_6_and_0_95_of_each_corpus(string corpus)
    {
        double[] accuracies = Accuracies("quick/Synthetic/Separability", corpus, null);
        Assert.NotEmpty(accuracies);
        Assert.All(accuracies, accuracy => Assert.InRange(accuracy, 0.6, 0.95));
    }

    [Fact]
    public void A_recogniser_of_people_gets_more_than_0_6_of_the_synthetic_digits() =>
        Assert.InRange(
            Assert.Single(Accuracies("paper/Synthetic/Recognised", "normalised per utterance", "synthetic-digits")),
            0.6,
            1
        );

    private static double[] Accuracies(string folder, string variant, string? split)
    {
        var summary = CsvTable.Load(Path.Combine(RealData.Repository(), "results", folder, "summary.csv"));
        return
        [
            .. summary
                .Rows.Where(row => summary.Cell(row, "metric") == "accuracy" && summary.Cell(row, "variant") == variant)
                .Where(row => split is null || summary.Cell(row, "split") == split)
                .Select(row => double.Parse(summary.Cell(row, "mean"), CultureInfo.InvariantCulture)),
        ];
    }
}
