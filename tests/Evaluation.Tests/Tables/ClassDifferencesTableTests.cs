using System.Globalization;
using Research.Evaluation.Tables;
using Research.Evaluation.Trials;
using Research.Numerics;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Tables;

public class ClassDifferencesTableTests
{
    private static readonly string[] Classes = ["high", "low"];

    [Fact]
    public void The_difference_is_of_accuracies_over_all_seeds()
    {
        ClassRun[] runs =
        [
            Run("good", 1, ["a", "b"], [0, 1], [0, 1]), // both right
            Run("good", 2, ["c", "d"], [0, 1], [0, 0]), // one right
            Run("bad", 1, ["a", "b"], [0, 1], [1, 0]), // none
            Run("bad", 2, ["c", "d"], [0, 1], [0, 1]), // both
        ];
        IReadOnlyList<string> row = Compared(runs, item => item).Rows[0];
        Assert.Equal(["good", "bad", "test", "2", "4", "4", "0.250000"], row.Take(7));
    }

    // With seven of ten songs better and three as good, hardly a sample of songs has none of the seven.
    [Fact]
    public void A_clearly_better_variant_has_intervals_above_zero_and_a_variant_is_as_good_as_itself()
    {
        string[] items = [.. Enumerable.Range(0, 100).Select(i => $"{i:000}")];
        int[] truth = [.. items.Select((_, i) => i % 2)];
        ClassRun good = Run("good", 1, items, truth, truth);
        ClassRun bad = Run("bad", 1, items, truth, [.. truth.Select((own, i) => i < 70 ? 1 - own : own)]);
        IReadOnlyList<string> row = Compared([good, bad], ByTen).Rows[0];
        Assert.Equal("0.700000", row[6]);
        Assert.Equal("10", row[5]);
        Assert.All(row.Skip(7), cell => Assert.InRange(Number(cell), 0.3, 1));
        Assert.True(Number(row[10]) - Number(row[9]) > Number(row[8]) - Number(row[7]), "songs say less than items");
        Assert.All(
            Compared([good, good with { Variant = "bad" }], ByTen).Rows[0].Skip(6),
            cell => Assert.Equal("0.000000", cell)
        );
    }

    [Fact]
    public void Other_items_and_a_variant_without_runs_are_refused()
    {
        ClassRun first = Run("good", 1, ["a"], [0], [0]);
        Assert.Contains(
            "'good' and 'bad' predicted other items",
            Assert.Throws<ResearchException>(() => Compared([first, Run("bad", 1, ["b"], [0], [0])], item => item)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No run of 'bad' on 'test'; there are: good on test.",
            Assert.Throws<ResearchException>(() => Compared([first], item => item)).Message,
            StringComparison.Ordinal
        );
    }

    private static ResultTable Compared(IReadOnlyList<ClassRun> runs, Func<string, string> groupOf)
    {
        ResultTable table = ClassDifferencesTable.New();
        ClassDifferencesTable.Add(table, runs, SubsetNames.Test, "good", "bad", groupOf);
        return table;
    }

    private static ClassRun Run(string variant, ulong seed, string[] items, int[] truth, int[] predicted) =>
        new(variant, SubsetNames.Test, seed, new ClassPredictions(SubsetNames.Test, items, Classes, truth, predicted, null));

    private static string ByTen(string item) => item[..2];

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
