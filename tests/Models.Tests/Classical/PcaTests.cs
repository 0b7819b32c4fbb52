using Research.Models.Classical;
using Research.Numerics;

namespace Research.Models.Tests.Classical;

public class PcaTests
{
    private static readonly Matrix Rows = Matrix.OfRows([
        .. Enumerable.Range(-5, 11).Select(k => new[] { 1 + (0.6 * k) + (k % 2 * 0.08), 2 - (0.8 * k) + (k % 2 * 0.06) }),
    ]);

    [Fact]
    public void The_first_axis_is_that_of_the_largest_variance_and_its_largest_loading_is_positive()
    {
        Pca pca = Pca.Fit(Rows, 2);
        Assert.Equal(-0.6, pca.Components[0, 0], 2e-2);
        Assert.Equal(0.8, pca.Components[0, 1], 2e-2);
        Assert.Equal(0.8, pca.Components[1, 0], 2e-2);
        Assert.Equal(0.6, pca.Components[1, 1], 2e-2);
        Assert.True(pca.ExplainedRatio[0] > 0.99);
        Assert.Equal(1, pca.ExplainedRatio.Sum(), 1e-12);
    }

    [Fact]
    public void A_rows_score_is_its_distance_from_the_mean_along_the_axis()
    {
        Pca pca = Pca.Fit(Rows, 1);
        double[] scores = pca.Transform(
                Matrix.OfRows([
                    [.. pca.Mean],
                    [pca.Mean[0] - 0.6, pca.Mean[1] + 0.8],
                ])
            )
            .Column(0);
        Assert.Equal(0, scores[0], 1e-12);
        Assert.Equal(1, scores[1], 1e-3);
    }
}
