using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Models.Tests.Hmm;

public class BaumWelchTests
{
    private const int Frames = 120;

    // An iteration's gain is compared with the tolerance times the frames: one whose gain a frame is just below ends the training.
    [Fact]
    public void Training_ends_when_an_iteration_gains_less_than_the_tolerance_a_frame()
    {
        IReadOnlyList<double> free = Train(0, 8);
        double[] gains = [.. free.Zip(free.Skip(1), (before, after) => (after - before) / Frames)];
        int small = Array.FindIndex(gains, gain => gain < gains[0] / 4);
        Assert.InRange(small, 1, 6);
        Assert.True(
            gains[small] * Frames > gains[small] * 1.01,
            "The gain of all frames is above the tolerance, that of one is not."
        );
        Assert.Equal(small + 2, Train(gains[small] * 1.01, 8).Count);
    }

    private static IReadOnlyList<double> Train(double tolerance, int iterations)
    {
        HmmSettings settings = new()
        {
            States = 2,
            Mixtures = 2,
            Covariance = Covariance.Diagonal,
            Iterations = iterations,
            Tolerance = tolerance,
            AddedVariance = 1e-3,
        };
        Matrix[] sequences = [Sequence(1), Sequence(2)];
        LeftRightHmm start = UniformSegmentation.Start(sequences, settings, Rng.For(1, "start"));
        return BaumWelch.Continue(start, sequences, settings).LogLikelihood;
    }

    private static Matrix Sequence(ulong seed)
    {
        Rng rng = Rng.For(seed, "sequence");
        return Matrix.OfRows([
            .. Enumerable.Range(0, Frames / 2).Select(t => new[] { rng.NextNormal() + (t < 20 ? 0 : 2), rng.NextNormal() }),
        ]);
    }
}
