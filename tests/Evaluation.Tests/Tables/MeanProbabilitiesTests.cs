using Research.Evaluation.Tables;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Tables;

public class MeanProbabilitiesTests
{
    private static readonly ClassPredictions First = Of(["x", "y"], [0, 0], [0.9, 0.1], [0.6, 0.4]);
    private static readonly ClassPredictions Second = Of(["x", "y"], [1, 1], [0.4, 0.6], [0.2, 0.8]);

    [Fact]
    public void The_surer_model_decides()
    {
        ClassPredictions both = MeanProbabilities.Of([First, Second]);
        Assert.Equal([0, 1], both.Predicted);
        Assert.Equal(0.65, both.Probabilities![0][0], 1e-15);
        Assert.Equal(0.4, both.Probabilities[1][0], 1e-15);
    }

    // The confusion of a part is kept once it was asked for.
    [Fact]
    public void Its_confusion_is_its_own()
    {
        Assert.Equal(0.5, First.Confusion.Accuracy);
        Assert.Equal(1, MeanProbabilities.Of([First, Second]).Confusion.Accuracy);
    }

    [Fact]
    public void Models_of_other_items_or_without_probabilities_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MeanProbabilities.Of([First, Of(["x", "z"], [1, 1], [0.4, 0.6], [0.2, 0.8])]));
        Assert.Throws<ArgumentException>(() => MeanProbabilities.Of([First, Second with { Probabilities = null }]));
        Assert.Throws<ArgumentException>(() => MeanProbabilities.Of([First, Second with { Classes = ["a", "c"] }]));
    }

    private static ClassPredictions Of(string[] items, int[] predicted, params double[][] probabilities) =>
        new("test", items, ["a", "b"], [0, 1], predicted, probabilities);
}
