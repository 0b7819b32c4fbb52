using System.Text.Json;
using Research.Models.Mixtures;
using Research.Numerics;
using Research.Tests;

namespace Research.Models.Tests.Mixtures;

// Oracle: an independent numpy EM, checked against scikit-learn; Golden/make_mixture.py.
public class MixtureTests
{
    private static readonly JsonElement Oracle = Golden.Json("mixture.json");
    private static readonly Matrix Points = Matrix.OfRows(Oracle.GetProperty("points").Rows());

    [Theory]
    [InlineData("diagonal", Covariance.Diagonal)]
    [InlineData("full", Covariance.Full)]
    [InlineData("full_no_floor", Covariance.Full)]
    public void Three_iterations_match_the_oracle(string name, Covariance covariance)
    {
        JsonElement expected = Oracle.GetProperty(name);
        MixtureSettings settings = Settings(2, covariance, 3) with { AddedVariance = expected.Number("floor") };
        (GaussianMixture mixture, IReadOnlyList<double> history) = MixtureEm.Continue(Start(covariance), Points, settings);
        Golden.AssertClose(expected.GetProperty("log_likelihood").Numbers(), [.. history], 1e-8, "log-likelihood");
        Golden.AssertClose(expected.GetProperty("weights").Numbers(), mixture.Weights, 1e-9, "weight");
        Golden.AssertClose([.. expected.GetProperty("means").Rows().SelectMany(row => row)], mixture.Means.Values, 1e-9, "mean");
        double[][] spreads = covariance == Covariance.Diagonal ? Variances(expected) : Covariances(expected);
        Assert.Equal(spreads.Length, mixture.Covariances.Length);
        for (int k = 0; k < spreads.Length; k++)
        {
            Golden.AssertClose(spreads[k], mixture.Covariances[k].Values, 1e-9, $"covariance {k}");
        }
    }

    [Theory]
    [InlineData(Covariance.Diagonal)]
    [InlineData(Covariance.Full)]
    public void The_likelihood_never_falls_without_added_variance(Covariance covariance)
    {
        (_, IReadOnlyList<double> history) = MixtureEm.Continue(Start(covariance), Points, Settings(2, covariance, 30));
        for (int i = 1; i < history.Count; i++)
        {
            Assert.True(history[i] >= history[i - 1] - 1e-9, $"iteration {i}: {history[i - 1]} to {history[i]}");
        }
    }

    [Fact]
    public void One_Gaussian_has_the_mean_and_variance_of_the_data()
    {
        GaussianMixture mixture = MixtureEm.Fit(Points, Settings(1, Covariance.Diagonal, 5), Rng.For(1, "one"));
        for (int d = 0; d < 2; d++)
        {
            Assert.Equal(OrderedSum.Mean(Points.Column(d)), mixture.Means[0, d], 1e-12);
            Assert.Equal(OrderedSum.Variance(Points.Column(d), 0), mixture.Covariances[0][0, d], 1e-12);
        }
    }

    [Fact]
    public void The_density_of_a_standard_normal_by_hand()
    {
        GaussianMixture normal = GaussianMixture.OfDiagonal(
            [1],
            new Matrix(1, 1),
            Matrix.OfRows([
                [1.0],
            ])
        );
        Assert.Equal(
            -0.9189385332046727 - 2,
            normal.LogDensity(
                Matrix.OfRows([
                    [2.0],
                ])
            )[0],
            1e-14
        );
    }

    [Fact]
    public void A_variance_of_zero_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            GaussianMixture.OfDiagonal([1], new Matrix(1, 1), new Matrix(1, 1))
        );
        Assert.Contains("Variance 0 of component 0 is 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_far_groups_become_two_clusters()
    {
        Matrix rows = Matrix.OfRows([
            [0.0],
            [10],
            [1],
            [11],
            [0.5],
        ]);
        KMeans clusters = KMeans.Fit(rows, 2, 10, Rng.For(1, "clusters"));
        Assert.Equal(clusters.Assignment[0], clusters.Assignment[2]);
        Assert.NotEqual(clusters.Assignment[0], clusters.Assignment[1]);
        Assert.Equal([0.5, 10.5], clusters.Centres.Column(0).Order());
    }

    [Fact]
    public void More_clusters_than_rows_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(Points, 61, 1, Rng.For(1, "x")));

    // One row a component.
    private static double[][] Variances(JsonElement expected) => expected.GetProperty("variances").Rows();

    // One matrix a component, row after row.
    private static double[][] Covariances(JsonElement expected) =>
        [.. expected.GetProperty("covariances").EnumerateArray().Select(each => each.Rows().SelectMany(row => row).ToArray())];

    private static MixtureSettings Settings(int components, Covariance covariance, int iterations) =>
        new()
        {
            Components = components,
            Covariance = covariance,
            Iterations = iterations,
            Tolerance = double.NegativeInfinity,
            AddedVariance = 0,
        };

    private static GaussianMixture Start(Covariance covariance)
    {
        JsonElement initial = Oracle.GetProperty("initial");
        double[] weights = initial.GetProperty("weights").Numbers();
        Matrix means = Matrix.OfRows(initial.GetProperty("means").Rows());
        return covariance == Covariance.Diagonal
            ? GaussianMixture.OfDiagonal(weights, means, Matrix.OfRows(initial.GetProperty("variances").Rows()))
            : GaussianMixture.OfFull(
                weights,
                means,
                [.. initial.GetProperty("covariances").EnumerateArray().Select(c => Matrix.OfRows(c.Rows()))]
            );
    }
}
