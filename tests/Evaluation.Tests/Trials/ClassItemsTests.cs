using Research.Data.Splits;
using Research.Evaluation.Trials;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Trials;

public class ClassItemsTests
{
    [Fact]
    public void Classes_stand_in_the_protocols_order_and_items_of_others_take_no_part()
    {
        var protocol = new BalancedSample
        {
            Classes = ["c", "a"],
            PerClass = 2,
            Stream = "tests/sample",
            Within = new RandomSplit
            {
                Test = new Holdout
                {
                    Fraction = 0.5,
                    Draw = Draw.Stratified,
                    Stream = "tests/within",
                },
                Validation = new NoValidation(),
            },
        };
        var items = ClassItems.Of(Samples.Items("abcabc", "xxxxxx"), protocol, 1);
        Assert.Equal(["c", "a"], items.Labels);
        Assert.Equal([1, -1, 0, 1, -1, 0], items.Classes);
        int[] used = [.. items.Split.Train.Concat(items.Split.Test).Order()];
        Assert.Equal([0, 2, 3, 5], used);
        Assert.Equal([1, 0, 1, 0], items.ClassesOf(used));
    }

    [Fact]
    public void Predictions_name_their_items_and_have_their_true_classes()
    {
        var protocol = new GroupLeftOut { Group = "y", Validation = new NoValidation() };
        var items = ClassItems.Of(Samples.Items("abab", "xyxy"), protocol, 1);
        ClassPredictions predicted = items.Predicted(SubsetNames.Test, items.Split.Test, [0, 1]);
        Assert.Equal(4, items.Count);
        Assert.Equal(SubsetNames.Test, predicted.Subset);
        Assert.Equal(["i1", "i3"], predicted.Items);
        Assert.Equal(["a", "b"], predicted.Classes);
        Assert.Equal([1, 1], predicted.Truth);
        Assert.Equal(0.5, predicted.Confusion.Accuracy);
        Assert.Null(predicted.Probabilities);
    }
}
