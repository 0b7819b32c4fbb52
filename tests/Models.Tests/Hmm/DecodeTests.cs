using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Models.Tests.Hmm;

public class DecodeTests
{
    // Both states are entered at even odds; the emissions are given by hand.
    private static readonly LeftRightHmm Model = new([0.5, 1], [Mixture, Mixture]);
    private static readonly double Half = Trellis.LogOf(0.5);

    private static GaussianMixture Mixture =>
        GaussianMixture.OfDiagonal(
            [1],
            new Matrix(1, 1),
            Matrix.OfRows([
                [1.0],
            ])
        );

    [Fact]
    public void Where_staying_and_moving_score_alike_the_path_stays()
    {
        (double score, int[] path) = Best([0, 0], [-Half, 0], [-10, 0]);
        Assert.Equal([0, 1, 1], path); // moving at the last frame scores the same
        Assert.Equal(Half, score);
    }

    [Fact]
    public void Where_two_last_states_score_alike_the_earlier_is_taken()
    {
        (double score, int[] path) = Best([0, 0], [0, 0]);
        Assert.Equal([0, 0], path);
        Assert.Equal(Half, score);
    }

    [Fact]
    public void The_higher_score_wins()
    {
        Assert.Equal([0, 0, 1], Best([0, 0], [1, 0], [0, 0.1]).Path);
        Assert.Equal([0, 1], Best([0, 5], [0, 0.1]).Path); // the first frame is the first state's, whatever the second would say
    }

    private static (double Score, int[] Path) Best(params double[][] emissions)
    {
        double[] padded = [.. emissions.SelectMany(frame => frame.Concat(new double[Trellis.Padded(2) - 2]))];
        return Decode.Best(Model, padded, emissions.Length);
    }
}
