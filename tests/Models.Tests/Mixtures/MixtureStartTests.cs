using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Models.Tests.Mixtures;

public class MixtureStartTests
{
    private const double Added = 0.5;

    private static readonly Matrix Frames = Matrix.OfRows([
        .. Enumerable.Range(-3, 7).Select(k => new[] { 0.1 * k, -0.2 * k }),
        .. Enumerable.Range(-3, 7).Select(k => new[] { 100 + (2.0 * k), 50 - k }),
    ]);

    [Theory]
    [InlineData(Covariance.Diagonal)]
    [InlineData(Covariance.Full)]
    public void Each_component_starts_with_the_share_the_centre_and_the_scatter_of_its_cluster(Covariance shape)
    {
        MixtureSettings settings = new()
        {
            Components = 2,
            Covariance = shape,
            Iterations = 1,
            Tolerance = 0,
            AddedVariance = Added,
        };
        GaussianMixture start = MixtureStart.FromClusters(Frames, settings, Rng.For(1, "start"));
        int far = start.Means[0, 0] > 50 ? 0 : 1;
        Assert.Equal([0.5, 0.5], start.Weights);
        Assert.Equal(0, start.Means[1 - far, 0], 1e-12);
        Assert.Equal(100, start.Means[far, 0], 1e-12);
        AssertScatter(start.Covariances[1 - far], shape, 0.1, -0.2);
        AssertScatter(start.Covariances[far], shape, 2, -1);
    }

    // The values k of −3 … 3 have a mean square of 4.
    private static void AssertScatter(Matrix covariance, Covariance shape, double x, double y)
    {
        double[] expected =
            shape == Covariance.Diagonal
                ? [(4 * x * x) + Added, (4 * y * y) + Added]
                : [(4 * x * x) + Added, 4 * x * y, 4 * x * y, (4 * y * y) + Added];
        Assert.All(expected.Zip(covariance.Values.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }
}
