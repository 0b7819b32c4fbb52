using Research.Features.Descriptors;
using Research.Numerics;

namespace Research.Features.Tests.Descriptors;

public class BandStatisticsTests
{
    [Fact]
    public void Statistics_of_a_band_by_hand()
    {
        double[] own = BandStatistics.Of(
            Matrix.OfRows([
                [0],
                [1],
                [2],
                [3],
                [4],
                [5],
                [6],
                [7],
                [8],
                [9],
                [10],
            ])
        );
        Assert.Equal(5, own[0]);
        Assert.Equal(Math.Sqrt(10), own[1], 1e-12);
        Assert.Equal((1, 9), (own[2], own[3]));
        Assert.Equal(0, own[4], 1e-12);
    }

    [Fact]
    public void Bands_stand_one_after_the_other()
    {
        double[] own = BandStatistics.Of(
            Matrix.OfRows([
                [0, 7],
                [2, 7],
            ])
        );
        Assert.Equal([1, 1, 0, 0, 0, 7, 0, 7, 7, 0], own);
        Assert.Equal(2 * BandStatistics.Count, own.Length);
    }

    [Fact]
    public void One_frame_is_refused() =>
        Assert.Contains(
            "Statistics of 1 frames",
            Assert.Throws<ResearchException>(() => BandStatistics.Of(new Matrix(1, 3))).Message,
            StringComparison.Ordinal
        );
}
