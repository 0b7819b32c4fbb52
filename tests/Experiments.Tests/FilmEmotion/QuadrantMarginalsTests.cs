using Research.Evaluation.Tables;
using Research.Evaluation.Trials;
using Research.Experiments.FilmEmotion;
using Research.Results.Trials;

namespace Research.Experiments.Tests.FilmEmotion;

public class QuadrantMarginalsTests
{
    // Q1 has energy and valence, Q2 energy alone, Q3 neither, Q4 valence alone.
    private static readonly ClassPredictions Quadrants = new(
        SubsetNames.Test,
        ["one", "two", "three"],
        ["Q1", "Q2", "Q3", "Q4"],
        [0, 1, 3],
        [0, 2, 1],
        [
            [0.4, 0.1, 0.3, 0.2],
            [0.1, 0.2, 0.5, 0.2],
            [0.1, 0.5, 0.1, 0.3],
        ]
    );

    [Fact]
    public void Energy_is_high_in_the_first_two_quadrants()
    {
        ClassPredictions energy = QuadrantMarginals.Energy(Quadrants);
        Assert.Equal(["high", "low"], energy.Classes);
        Assert.Equal([0, 0, 1], energy.Truth);
        Assert.Equal([0, 1, 0], energy.Predicted); // 0.5, 0.3 and 0.6 for high
        Assert.Equal(0.3, energy.Probabilities![1][0], 1e-12);
    }

    [Fact]
    public void Valence_is_high_in_the_first_and_the_last()
    {
        ClassPredictions valence = QuadrantMarginals.Valence(Quadrants);
        Assert.Equal([0, 1, 0], valence.Truth);
        Assert.Equal([0, 1, 1], valence.Predicted); // 0.6, 0.3 and 0.4 for high
    }

    [Fact]
    public void Of_other_classes_nothing_follows()
    {
        ClassRun[] runs = [.. QuadrantMarginals.WithHalves("net", "split", 1, Quadrants with { Classes = ["a", "b", "c", "d"] })];
        Assert.Single(runs);
        Assert.Equal(3, QuadrantMarginals.WithHalves("net", "split", 1, Quadrants).Count());
    }
}
