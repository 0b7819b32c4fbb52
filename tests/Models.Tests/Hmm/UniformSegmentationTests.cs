using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Models.Tests.Hmm;

public class UniformSegmentationTests
{
    private static readonly HmmSettings Settings = new()
    {
        States = 3,
        Mixtures = 1,
        Covariance = Covariance.Diagonal,
        Iterations = 1,
        Tolerance = 0,
        AddedVariance = 0.1,
    };

    [Fact]
    public void A_state_is_left_once_in_its_mean_duration_and_the_last_never()
    {
        LeftRightHmm model = Start(Rising(9), Rising(15)); // four frames a state
        Assert.Equal([0.75, 0.75, 1], model.Stay);
    }

    [Fact]
    public void However_short_the_sequences_a_state_is_stayed_in_half_the_time() =>
        Assert.Equal([0.5, 0.5, 1], Start(Rising(3), Rising(3)).Stay);

    [Fact]
    public void Each_state_begins_with_its_third_of_every_sequence()
    {
        LeftRightHmm model = Start(Rising(6), Rising(6));
        Assert.Equal([0.5, 2.5, 4.5], model.Emissions.Select(mixture => mixture.Means[0, 0]));
    }

    private static LeftRightHmm Start(params Matrix[] sequences) =>
        UniformSegmentation.Start(sequences, Settings, Rng.For(1, "segments"));

    private static Matrix Rising(int frames) => Matrix.OfRows([.. Enumerable.Range(0, frames).Select(t => new[] { (double)t })]);
}
