using Research.Features.Normalization;
using Research.Numerics;

namespace Research.Features.Tests.Normalization;

public class StandardizerTests
{
    [Fact]
    public void Columns_get_mean_zero_and_deviation_one_by_hand()
    {
        Matrix result = Standardizer
            .Fit(
                Matrix.OfRows([
                    [1, 5],
                    [3, 5],
                ])
            )
            .Apply(
                Matrix.OfRows([
                    [5, 6],
                ])
            );
        Assert.Equal([3, 1], result.Values.ToArray()); // (5 − 2)/1; a constant column is only shifted
    }

    [Fact]
    public void Each_utterance_is_standardised_by_itself()
    {
        Matrix result = Standardizer.PerUtterance(
            Matrix.OfRows([
                [2],
                [4],
                [6],
            ])
        );
        Assert.Equal(0, result[1, 0]);
        Assert.Equal(Math.Sqrt(1.5), result[2, 0], 1e-12);
    }

    // The mean of equal values need not be that value: the deviation that is left must not become a scale.
    [Fact]
    public void A_constant_column_is_constant_whatever_its_rounding()
    {
        Rng rng = Rng.For(1, "constants");
        for (int i = 0; i < 500; i++)
        {
            double value = 100 * rng.NextNormal();
            Matrix rows = Matrix.OfRows([.. Enumerable.Repeat(new[] { value }, 2 + rng.NextInt(300))]);
            Assert.Equal(1, Standardizer.Fit(rows).Scale[0]);
        }
    }

    [Fact]
    public void No_rows_are_refused() => Assert.Throws<ArgumentException>(() => Standardizer.Fit(new Matrix(0, 2)));
}
