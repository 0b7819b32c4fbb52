using System.Text.Json;
using CsCheck;
using Research.Numerics;
using Research.Results.Metrics.Beats;
using Research.Tests;

namespace Research.Results.Tests.Metrics.Beats;

public class BeatMetricsTests
{
    private static readonly double[] Even = [.. Enumerable.Range(0, 21).Select(i => 0.5 * i)];

    // Oracle: mir_eval 0.8.2, tests/Golden/make_beats.py.
    [Fact]
    public void Every_score_is_mir_evals()
    {
        foreach (JsonElement item in Golden.Cases("beats.json"))
        {
            AssertSame(item, "whole", BeatMetricSettings.WholePiece);
            AssertSame(item, "trimmed", BeatMetricSettings.MirEval);
        }
    }

    // Seven beats, of which the tracker misses one, is 60 ms late at one and 80 ms at another: five of seven are found by six.
    [Fact]
    public void The_F_measure_by_hand() =>
        Assert.Equal(2.0 * 5 / (7 + 6), Whole([0, 1, 2, 3, 4, 5, 6], [0, 1, 2.06, 3.08, 4, 6]).FMeasure, 12);

    // 3.08 is near enough for the phase and for both distances; 6 lies two true distances after 4.
    [Fact]
    public void The_totals_by_hand()
    {
        BeatMetrics scores = Whole([0, 1, 2, 3, 4, 5, 6], [0, 1, 2.06, 3.08, 4, 6]);
        Assert.Equal(5 / 7.0, scores.CorrectLevelTotal, 12);
        Assert.Equal(5 / 7.0, scores.AnyLevelTotal, 12);
    }

    [Fact]
    public void The_true_beats_have_full_scores() => Assert.Equal(new BeatMetrics(1, 1, 1), Whole(Even, Even));

    [Fact]
    public void Every_second_beat_is_right_at_another_level_only()
    {
        foreach (int first in new[] { 0, 1 })
        {
            BeatMetrics scores = Whole(Even, [.. Even.Where((_, i) => i % 2 == first)]);
            Assert.Equal((0, 1), (scores.CorrectLevelTotal, scores.AnyLevelTotal));
        }
    }

    [Fact]
    public void Off_beats_are_right_at_another_level_only() =>
        Assert.Equal(new BeatMetrics(0, 0, 1), Whole(Even, [.. Even.SkipLast(1).Select(beat => beat + 0.25)]));

    [Fact]
    public void A_window_includes_its_edge() =>
        Assert.Equal(1, BeatMetrics.Of([1], [1.5], BeatMetricSettings.WholePiece with { WindowSeconds = 0.5 }).FMeasure);

    [Fact]
    public void Beats_before_the_first_second_are_left_out() =>
        Assert.Equal(new BeatMetrics(1, 1, 1), BeatMetrics.Of(Even, [0.1, 0.3, 0.9, .. Even[10..]], BeatMetricSettings.MirEval));

    [Fact]
    public void No_beats_score_nothing()
    {
        Assert.Equal(new BeatMetrics(0, 0, 0), Whole([], []));
        Assert.Equal(new BeatMetrics(0, 0, 0), Whole(Even, []));
        Assert.Equal(new BeatMetrics(1, 0, 0), Whole([1], [1.02]));
    }

    [Fact]
    public void The_F_measure_has_no_direction_and_any_level_is_never_below_the_correct_one() =>
        Gen.Select(Beats, Beats)
            .HoldsFor(
                300,
                drawn =>
                {
                    BeatMetrics there = Whole(drawn.Item1, drawn.Item2);
                    Assert.Equal(there.FMeasure, Whole(drawn.Item2, drawn.Item1).FMeasure, 12);
                    Assert.InRange(there.FMeasure, 0, 1);
                    Assert.InRange(there.CorrectLevelTotal, 0, there.AnyLevelTotal);
                    Assert.InRange(there.AnyLevelTotal, 0, 1);
                }
            );

    [Fact]
    public void A_delay_within_the_window_loses_nothing() =>
        Gen.Select(Gen.Double[-0.069, 0.069], Gen.Int[2, 20])
            .HoldsFor(
                100,
                drawn =>
                {
                    double[] truth = [.. Even.Skip(1).Take(drawn.Item2)];
                    Assert.Equal(new BeatMetrics(1, 1, 1), Whole(truth, [.. truth.Select(beat => beat + drawn.Item1)]));
                }
            );

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1)]
    [InlineData(0.5)]
    public void Beats_that_do_not_ascend_or_are_no_numbers_are_refused(double second)
    {
        ResearchException error = Assert.Throws<ResearchException>(() => Whole(Even, [1, second]));
        Assert.StartsWith("Tracked beat 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_window_that_cannot_be_is_refused(double window) =>
        Assert.Throws<SettingsException>(() =>
            BeatMetrics.Of(Even, Even, BeatMetricSettings.MirEval with { WindowSeconds = window })
        );

    private static Gen<double[]> Beats =>
        Gen.Double[0.05, 1]
            .Array[0, 30]
            .Select(steps => steps.Select((_, i) => steps.Take(i + 1).Aggregate(0.0, (a, b) => a + b)).ToArray());

    private static BeatMetrics Whole(double[] truth, double[] tracked) =>
        BeatMetrics.Of(truth, tracked, BeatMetricSettings.WholePiece);

    private static void AssertSame(JsonElement item, string name, BeatMetricSettings settings)
    {
        BeatMetrics scores = BeatMetrics.Of(item.GetProperty("truth").Numbers(), item.GetProperty("tracked").Numbers(), settings);
        double[] actual = [scores.FMeasure, scores.CorrectLevelTotal, scores.AnyLevelTotal];
        Golden.AssertClose(item.GetProperty(name).Numbers(), actual, 1e-12, $"{item.Text("kind")}, {name}");
    }
}
