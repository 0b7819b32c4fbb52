using Research.Models.Classical;
using Research.Numerics;

namespace Research.Models.Tests.Classical;

public class ClassifierErrorTests
{
    private static readonly Matrix Two = Matrix.OfRows([
        [0.0],
        [1.0],
    ]);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Neighbours_beyond_the_rows_are_refused(int k) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NearestNeighbours.Fit(Two, [0, 1], 2, k));

    [Fact]
    public void A_class_without_a_row_is_refused_by_naive_Bayes() =>
        Assert.Throws<ArgumentException>(() => GaussianNaiveBayes.Fit(Two, [0, 0], 2, 0));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Components_beyond_the_data_are_refused(int components) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Pca.Fit(Two, components));

    [Fact]
    public void Two_separated_rows_are_told_apart_by_every_machine()
    {
        Assert.Equal([0, 1], SupportVectorMachine.Fit(Two, [0, 1], 2, SvmSettings.ScikitLearn(SvmKernel.Linear)).Predict(Two));
        Assert.Equal([0, 1], SupportVectorMachine.Fit(Two, [0, 1], 2, SvmSettings.ScikitLearn(SvmKernel.Rbf)).Predict(Two));
        Assert.Equal([0, 1], NearestNeighbours.Fit(Two, [0, 1], 2, 1).Predict(Two));
        Assert.Equal([0, 1], Forest.Fit(Two, [0, 1], 2, ForestSettings.ExtraTrees(3), 1).Predict(Two));
    }

    [Fact]
    public void Rows_of_one_class_make_no_machine() =>
        Assert.Throws<ArgumentException>(() => SupportVectorMachine.Fit(Two, [1, 1], 2, SvmSettings.ScikitLearn(SvmKernel.Rbf)));

    [Fact]
    public void A_class_without_a_row_is_never_voted_for()
    {
        SupportVectorMachine machine = SupportVectorMachine.Fit(Two, [1, 3], 5, SvmSettings.ScikitLearn(SvmKernel.Linear));
        Assert.Equal(1, machine.Decisions(Two).Columns);
        Assert.Equal([1, 3], machine.Predict(Two));
    }

    // Between neighbouring doubles a random threshold rounds to one of them; neither side may be empty.
    [Fact]
    public void Extra_trees_split_neighbouring_doubles()
    {
        double above = Math.BitIncrement(1.0);
        Matrix rows = Matrix.OfRows([
            [1.0],
            [1],
            [above],
            [above],
        ]);
        Forest forest = Forest.Fit(rows, [1, 1, 2, 2], 3, ForestSettings.ExtraTrees(20), 1);
        Assert.Equal(
            [1, 2, 2],
            forest.Predict(
                Matrix.OfRows([
                    [1.0],
                    [above],
                    [2.0],
                ])
            )
        );
    }

    [Fact]
    public void A_forest_does_not_depend_on_the_count_of_threads()
    {
        Rng rng = Rng.For(1, "rows");
        Matrix rows = Matrix.OfRows([.. Enumerable.Range(0, 60).Select(_ => new[] { rng.NextNormal(), rng.NextNormal() })]);
        int[] classes = [.. Enumerable.Range(0, 60).Select(i => i % 3)];
        int before = ParallelLoop.Threads;
        try
        {
            ParallelLoop.Threads = 1;
            int[] one = Forest.Fit(rows, classes, 3, ForestSettings.RandomForest(20), 3).Predict(rows);
            ParallelLoop.Threads = 4;
            Assert.Equal(one, Forest.Fit(rows, classes, 3, ForestSettings.RandomForest(20), 3).Predict(rows));
        }
        finally
        {
            ParallelLoop.Threads = before;
        }
    }
}
