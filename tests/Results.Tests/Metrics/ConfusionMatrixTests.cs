using System.Text.Json;
using Research.Results.Metrics;
using Research.Tests;

namespace Research.Results.Tests.Metrics;

public class ConfusionMatrixTests
{
    // Oracle: scikit-learn, tests/Golden/make_statistics.py.
    [Fact]
    public void Every_figure_matches_scikit_learns()
    {
        JsonElement oracle = Golden.Json("statistics.json").GetProperty("classification");
        ConfusionMatrix matrix = ConfusionMatrix.Of(
            oracle.GetProperty("truth").Integers(),
            oracle.GetProperty("predicted").Integers(),
            4
        );
        Assert.Equal(oracle.Number("accuracy"), matrix.Accuracy, 1e-12);
        Assert.Equal(oracle.Number("unweighted_average_recall"), matrix.UnweightedAverageRecall, 1e-12);
        foreach (JsonElement item in oracle.GetProperty("per_class").EnumerateArray())
        {
            int c = item.GetProperty("label").GetInt32();
            Assert.Equal(item.Number("precision"), matrix.Precision(c), 1e-12);
            Assert.Equal(item.Number("recall"), matrix.Recall(c), 1e-12);
            Assert.Equal(item.Number("f1"), matrix.F1(c), 1e-12);
            Assert.Equal(item.GetProperty("support").GetInt32(), matrix.Support(c));
        }

        Assert.Equal(oracle.GetProperty("macro").Number("precision"), matrix.MacroPrecision, 1e-12);
        Assert.Equal(oracle.GetProperty("macro").Number("recall"), matrix.MacroRecall, 1e-12);
        Assert.Equal(oracle.GetProperty("macro").Number("f1"), matrix.MacroF1, 1e-12);
        Assert.Equal(oracle.GetProperty("micro").Number("f1"), matrix.MicroF1, 1e-12);
        int[][] rows = [.. oracle.GetProperty("confusion_rows_truth").EnumerateArray().Select(row => row.Integers())];
        Assert.Equal(rows.SelectMany(row => row), Enumerable.Range(0, 16).Select(i => matrix[i / 4, i % 4]));
    }

    [Fact]
    public void Lists_of_two_lengths_are_refused() => Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([0, 1], [0], 2));
}
