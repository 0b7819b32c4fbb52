using CsCheck;
using Research.Features.Music;
using Research.Tests;

namespace Research.Features.Tests.Music;

public class BeatPathTests
{
    [Fact]
    public void Equal_beats_at_the_period_are_all_on_the_path()
    {
        double[] score = [.. Enumerable.Range(0, 41).Select(t => t % 10 == 0 ? 1.0 : 0)];
        Assert.Equal([0, 10, 20, 30, 40], BeatPath.Of(score, 10, 100, PathEnds.AsLibrosa));
    }

    [Fact]
    public void A_missing_beat_is_filled_in()
    {
        double[] score = [.. Enumerable.Range(0, 41).Select(t => t % 10 == 0 && t != 20 ? 1.0 : 0)];
        Assert.Equal([0, 10, 20, 30, 40], BeatPath.Of(score, 10, 100, PathEnds.AsLibrosa));
    }

    // A beat two frames early pays tightness·(ln²(8/10) + ln²(12/10)), 8.3 at 100 and 0.83 at 10, for a strength of 2.
    [Theory]
    [InlineData(100, 20)]
    [InlineData(10, 18)]
    public void Tightness_weighs_an_early_beat_against_an_even_one(double tightness, int expected)
    {
        double[] score = [.. Enumerable.Range(0, 41).Select(t => t % 10 == 0 && t != 20 ? 1.0 : 0)];
        score[18] = 2;
        Assert.Equal([0, 10, expected, 30, 40], BeatPath.Of(score, 10, tightness, PathEnds.AsLibrosa));
    }

    // 20 is the first that counts, and 10 its predecessor.
    [Fact]
    public void Before_the_first_score_that_counts_a_path_goes_no_further_back() =>
        Assert.Equal(
            [10, 20, 30, 40],
            BeatPath.Of([.. Enumerable.Range(0, 41).Select(t => t >= 20 && t % 10 == 0 ? 1.0 : 0)], 10, 100, PathEnds.AsLibrosa)
        );

    // Strokes at 6, 16, 26 and 36 of 46: a path of forced links goes on to both ends, a free one has the strokes and what lies an even beat on.
    [Fact]
    public void Forced_ends_are_drawn_to_the_recordings_and_free_ones_are_not()
    {
        double[] score = [.. Enumerable.Range(0, 45).Select(t => t % 10 == 6 ? 1.0 : 1e-9)];
        Assert.Equal([6, 16, 26, 36], BeatPath.Of(score, 10, 100, PathEnds.Free));
        int[] forced = BeatPath.Of(score, 10, 100, PathEnds.AsLibrosa);
        Assert.Equal((0, 44), (forced[0], forced[^1]));
    }

    [Fact]
    public void Whatever_the_scores_beats_lie_between_half_and_two_periods_apart() =>
        Gen.Select(Gen.Double[0, 5].Array[2, 60], Gen.Int[1, 12])
            .HoldsFor(
                200,
                drawn =>
                {
                    int[] path = BeatPath.Of(drawn.Item1, drawn.Item2, 100, PathEnds.Free);
                    int nearest = Math.Max(1, (int)Math.Round(drawn.Item2 / 2.0));
                    Assert.NotEmpty(path);
                    Assert.All(
                        path.Zip(path.Skip(1)),
                        pair => Assert.InRange(pair.Second - pair.First, nearest, 2 * drawn.Item2)
                    );
                }
            );
}
