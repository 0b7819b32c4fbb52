using Research.Models.Classical;
using Research.Numerics;

namespace Research.Models.Tests.Classical;

public class SmoteTests
{
    [Fact]
    public void Every_class_becomes_as_large_as_the_largest()
    {
        (Matrix rows, int[] classes) = Rows();
        (Matrix made, int[] labels) = Smote.Of(rows, classes, 2, Rng.For(1, "smote"));
        int[] all = [.. classes, .. labels];
        Assert.Equal([5, 5, 5], Enumerable.Range(0, 3).Select(c => all.Count(own => own == c)));
        Assert.Equal(labels.Length, made.Rows);
    }

    [Fact]
    public void A_synthetic_row_lies_between_two_rows_of_its_class()
    {
        (Matrix rows, int[] classes) = Rows();
        (Matrix made, int[] labels) = Smote.Of(rows, classes, 2, Rng.For(2, "smote"));
        for (int i = 0; i < made.Rows; i++)
        {
            int[] own = [.. Enumerable.Range(0, classes.Length).Where(j => classes[j] == labels[i])];
            for (int k = 0; k < made.Columns; k++)
            {
                Assert.InRange(made[i, k], own.Min(j => rows[j, k]), own.Max(j => rows[j, k]));
            }
        }
    }

    // From 0 and from 1 the nearest is the other; from 100 it is 1.
    [Fact]
    public void The_other_end_is_one_of_the_nearest_rows()
    {
        Matrix rows = Matrix.OfRows([
            [0.0],
            [1],
            [100],
            .. Enumerable.Range(0, 303).Select(i => new[] { 1000.0 + i }),
        ]);
        int[] classes = [0, 0, 0, .. Enumerable.Repeat(1, 303)];
        double[] made = Smote.Of(rows, classes, 1, Rng.For(4, "smote")).Rows.Column(0);
        Assert.Equal(300, made.Length);
        Assert.InRange(made.Count(value => value <= 1), 160, 240);
    }

    [Fact]
    public void A_class_of_one_row_repeats_it()
    {
        Matrix rows = Matrix.OfRows([
            [1, 2],
            [3, 4],
            [5, 6],
        ]);
        (Matrix made, int[] labels) = Smote.Of(rows, [0, 0, 1], 5, Rng.For(3, "smote"));
        Assert.Equal([1], labels);
        Assert.Equal([5.0, 6], made.Row(0).ToArray());
    }

    [Fact]
    public void Equal_classes_need_nothing()
    {
        (Matrix made, int[] labels) = Smote.Of(
            Matrix.OfRows([
                [1],
                [2],
            ]),
            [0, 1],
            1,
            Rng.For(4, "smote")
        );
        Assert.Empty(labels);
        Assert.Equal(0, made.Rows);
    }

    private static (Matrix, int[]) Rows()
    {
        double[][] rows = [.. Enumerable.Range(0, 10).Select(i => new[] { i, (double)(i * i) })];
        return (Matrix.OfRows(rows), [0, 0, 0, 0, 0, 1, 1, 1, 2, 2]);
    }
}
