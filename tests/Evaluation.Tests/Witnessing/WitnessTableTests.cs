using Research.Evaluation.Witnessing;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Evaluation.Tests.Witnessing;

public class WitnessTableTests
{
    [Fact]
    public void A_loss_agrees_within_a_tolerance_that_grows_with_the_updates() =>
        Assert.Equal(
            ["agrees", "differs", "agrees"],
            Verdicts(Pair([Loss(0, 1), Loss(0, 1), Loss(10, 1)], [Loss(0, 1.000009), Loss(0, 1.00002), Loss(10, 1.0001)]))
        );

    [Fact]
    public void A_difference_that_moved_weights_make_too_is_called_sensitive() =>
        Assert.Equal(
            ["sensitive", "differs"],
            Verdicts(Pair([Loss(0, 1), Loss(0, 1)], [Loss(0, 1.01), Loss(0, 1.01)], [Loss(0, 1.002), Loss(0, 1.0005)]))
        );

    [Fact]
    public void An_accuracy_agrees_within_what_so_few_items_can_tell_apart() =>
        Assert.Equal(
            ["agrees", "differs"],
            Verdicts(Pair([Accuracy(0.9, 100), Accuracy(0.9, 10_000)], [Accuracy(0.85, 100), Accuracy(0.85, 10_000)]))
        );

    [Fact]
    public void Seeds_of_one_variant_get_a_row_for_their_means()
    {
        WitnessPair[] pairs = [Pair([Accuracy(0.8, 50)], [Accuracy(0.82, 50)]), Pair([Accuracy(0.9, 50)], [Accuracy(0.88, 50)])];
        ResultTable table = WitnessTable.Of(pairs);
        Assert.Equal(3, table.Rows.Count);
        Assert.Equal(
            ["accuracy, mean of 2 seeds", "3", "0.850000000", "0.850000000", "0.000000000"],
            table.Rows[2].Skip(2).Take(5)
        );
    }

    [Fact]
    public void Records_of_different_things_are_refused()
    {
        var error = Assert.Throws<ResearchException>(() => WitnessTable.Of([Pair([Loss(0, 1)], [Accuracy(1, 5)])]));
        Assert.Contains("measured different things", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_read_as_it_was_written()
    {
        var record = new WitnessRecord([Loss(10, 0.123456789), Accuracy(0.5, 7)]);
        Assert.Equal(record.Measures, WitnessRecord.Parse(record.ToCsv()).Measures);
    }

    private static WitnessMeasure Loss(int updates, double value) => new(WitnessRecord.Loss, updates, value, null);

    private static WitnessMeasure Accuracy(double value, int items) => new("accuracy", 3, value, items);

    private static IEnumerable<string> Verdicts(WitnessPair pair) => WitnessTable.Of([pair]).Rows.Select(row => row[^1]);

    private static WitnessPair Pair(WitnessMeasure[] portable, WitnessMeasure[] torchSharp, WitnessMeasure[]? perturbed = null) =>
        new()
        {
            Trial = "Tests.One/1",
            Description = "one",
            Variant = "one",
            Portable = new WitnessRecord(portable).ToCsv(),
            TorchSharp = new WitnessRecord(torchSharp).ToCsv(),
            Perturbed = new WitnessRecord(perturbed ?? portable).ToCsv(),
        };
}
