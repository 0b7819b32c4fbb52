using Research.Models.Classical;
using Research.Numerics;

namespace Research.Models.Tests.Classical;

public class GuessTests
{
    private static readonly int[] Classes = [2, 2, 2, 0, 0, 1];

    [Fact]
    public void The_most_frequent_class_is_said_of_every_row() =>
        Assert.Equal([2, 2], Guess.Majority(Classes, 3).Predict(new Matrix(2, 5)));

    [Fact]
    public void Of_equally_frequent_classes_the_first_is_said() =>
        Assert.Equal([1], Guess.Majority([2, 1], 3).Predict(new Matrix(1, 1)));

    [Fact]
    public void Classes_are_drawn_as_often_as_the_training_has_them_and_the_same_each_time()
    {
        const int Rows = 60_000;
        var guess = Guess.Drawn(Classes, 3, 7);
        int[] drawn = guess.Predict(new Matrix(Rows, 1));
        double[] shares = [.. Enumerable.Range(0, 3).Select(c => drawn.Count(own => own == c) / (double)Rows)];
        Assert.Equal(2 / 6.0, shares[0], 0.01);
        Assert.Equal(1 / 6.0, shares[1], 0.01);
        Assert.Equal(3 / 6.0, shares[2], 0.01);
        Assert.Equal(drawn, guess.Predict(new Matrix(Rows, 1)));
        Assert.NotEqual(drawn, Guess.Drawn(Classes, 3, 8).Predict(new Matrix(Rows, 1)));
    }

    [Fact]
    public void A_guess_without_training_is_refused() =>
        Assert.Contains(
            "a training row or more",
            Assert.Throws<ResearchException>(() => Guess.Majority([], 2)).Message,
            StringComparison.Ordinal
        );
}
