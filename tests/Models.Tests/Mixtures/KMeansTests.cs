using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Models.Tests.Mixtures;

public class KMeansTests
{
    // Drawn evenly, the one far row of fifty would be a centre in one start of 25.
    [Fact]
    public void A_far_row_is_a_first_centre_as_centres_are_drawn_by_squared_distance()
    {
        Matrix rows = Matrix.OfRows([.. Enumerable.Range(0, 49).Select(i => new[] { 0.01 * i }), [1000.0]]);
        for (ulong seed = 1; seed <= 20; seed++)
        {
            KMeans start = KMeans.Fit(rows, 2, 0, Rng.For(seed, "k-means"));
            Assert.Contains(1000.0, start.Centres.Values.ToArray());
        }
    }

    [Fact]
    public void A_row_that_is_a_centre_already_is_not_drawn_again()
    {
        Matrix rows = Matrix.OfRows([
            [1.0],
            [2.0],
            [3.0],
        ]);
        for (ulong seed = 1; seed <= 20; seed++)
        {
            Assert.Equal([1.0, 2, 3], KMeans.Fit(rows, 3, 0, Rng.For(seed, "k-means")).Centres.Values.ToArray().Order());
        }
    }
}
