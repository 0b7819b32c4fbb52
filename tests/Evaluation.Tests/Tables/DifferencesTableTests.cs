using System.Globalization;
using Research.Evaluation.Tables;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Evaluation.Tests.Tables;

public class DifferencesTableTests
{
    private static readonly Rng Draws = Rng.For(1, "tests/differences");
    private static readonly double[] Truth = [.. Enumerable.Range(0, 80).Select(_ => Draws.NextNormal())];

    [Fact]
    public void The_difference_is_of_the_means_over_the_seeds()
    {
        ValueRun[] runs =
        [
            Samples.Values("good", [1, 2, 3], [1, 2, 3]),
            Samples.Values("good", [1, 2, 3], [1, 3, 2], seed: 2),
            Samples.Values("bad", [1, 2, 3], [3, 2, 1]),
        ];
        IReadOnlyList<string> row = Compared(runs, item => item).Rows[0];
        Assert.Equal(["good", "bad", "test", "valence", "2", "1", "3", "3", "1.750000"], row.Take(9));
    }

    [Fact]
    public void A_variant_is_as_good_as_itself_in_every_sample()
    {
        ValueRun run = Samples.Values("good", Truth, Noisy(0.5));
        Assert.All(
            Compared([run, run with { Variant = "bad" }], ByFour).Rows,
            row => Assert.All(row.Skip(8), cell => Assert.Equal("0.000000", cell))
        );
    }

    [Fact]
    public void A_clearly_better_variant_has_intervals_above_zero()
    {
        ValueRun[] runs = [Samples.Values("good", Truth, Noisy(0.3)), Samples.Values("bad", Truth, Noisy(3))];
        Assert.All(Compared(runs, ByFour).Rows, row => Assert.All(row.Skip(8), cell => Assert.True(Number(cell) > 0)));
    }

    // Two variants that err alike differ little, however uncertain each is.
    [Fact]
    public void Pairs_give_a_narrower_interval_than_either_has()
    {
        double[] near = Noisy(0.8);
        ValueRun[] runs =
        [
            Samples.Values("good", Truth, near),
            Samples.Values("bad", Truth, [.. near.Select(value => value + (0.1 * Draws.NextNormal()))]),
        ];
        IReadOnlyList<string> pair = Compared(runs, ByFour).Rows[0];
        IReadOnlyList<string> alone = ValuesTable.Of(runs, ByFour).Rows[0];
        Assert.True(Number(pair[10]) - Number(pair[9]) < 0.5 * (Number(alone[8]) - Number(alone[7])));
    }

    [Fact]
    public void Other_items_targets_or_truth_are_refused()
    {
        ValueRun good = Samples.Values("good", [1, 2, 3], [1, 2, 3]);
        ValueRun[] others =
        [
            Samples.Values("bad", [1, 2], [1, 2]),
            Samples.Values("bad", [1, 2, 3], [1, 2, 3], target: "arousal"),
            Samples.Values("bad", [1, 2, 4], [1, 2, 3]),
        ];
        Assert.All(
            others,
            other =>
                Assert.StartsWith(
                    "'bad' with seed 1 predicted other items or targets than 'good' with seed 1",
                    Assert.Throws<ResearchException>(() => Compared([good, other], ByFour)).Message,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_variant_that_never_ran_is_refused() =>
        Assert.Equal(
            "No run of 'bad' on 'test'; there are: good on test.",
            Assert.Throws<ResearchException>(() => Compared([Samples.Values("good", [1, 2, 3], [1, 2, 3])], ByFour)).Message
        );

    private static ResultTable Compared(ValueRun[] runs, Func<string, string> groupOf)
    {
        ResultTable table = DifferencesTable.New();
        DifferencesTable.Add(table, runs, "test", "good", "bad", groupOf);
        return table;
    }

    private static double[] Noisy(double noise) => [.. Truth.Select(value => value + (noise * Draws.NextNormal()))];

    private static string ByFour(string item) => $"g{int.Parse(item[1..], CultureInfo.InvariantCulture) / 4}";

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
