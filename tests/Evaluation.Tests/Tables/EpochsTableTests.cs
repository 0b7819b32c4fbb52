using Research.Evaluation.Tables;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Tables;

public class EpochsTableTests
{
    private static readonly TrainingCurve Validated = new(
        ["train_loss", "validation_accuracy"],
        [
            [1, 0.25],
            [0.5, 0.75],
        ],
        2
    );
    private static readonly TrainingCurve Plain = new(
        ["train_loss"],
        [
            [2],
        ],
        1
    );

    [Fact]
    public void A_classifiers_epochs_have_both_losses_and_the_accuracy_that_stops()
    {
        string csv = EpochsTable.OfClassifiers([]).ToCsv();
        Assert.Equal("variant,seed,epoch,train_loss,validation_loss,validation_accuracy,taken\n", csv);
    }

    [Fact]
    public void Every_epoch_has_a_row_and_the_one_that_was_taken_says_so()
    {
        ResultTable table = EpochsTable.Of([("m", 4, Validated)], "train_loss", "validation_accuracy");
        Assert.Equal(EpochsTable.Name, table.Name);
        Assert.Equal(
            ["variant", "seed", "epoch", "train_loss", "validation_accuracy", "taken"],
            table.Columns.Select(column => column.Name)
        );
        Assert.Equal(
            [
                ["m", "4", "1", "1.000000", "0.250000", ""],
                ["m", "4", "2", "0.500000", "0.750000", "yes"],
            ],
            table.Rows
        );
    }

    [Fact]
    public void What_a_training_did_not_measure_is_an_empty_cell()
    {
        ResultTable table = EpochsTable.Of([("m", 4, Validated), ("n", 1, Plain)], "validation_accuracy", "train_loss");
        Assert.Equal(["n", "1", "1", "", "2.000000", "yes"], table.Rows[^1]);
    }

    [Fact]
    public void Its_pictures_show_columns_that_it_can_have()
    {
        Assert.Equal((EpochsTable.Name, EpochsTable.Name), (EpochsTable.Losses().Table, EpochsTable.Accuracies().Table));
        Assert.Equal([TrainingCurve.TrainLoss, TrainingCurve.ValidationLoss], EpochsTable.Losses().Ys);
        Assert.Equal([TrainingCurve.TrainAccuracy, TrainingCurve.ValidationAccuracy], EpochsTable.Accuracies().Ys);
    }
}
