using Research.Data;
using Research.Data.Classes;
using Research.Data.Splits;
using Research.Evaluation.Classifiers;
using Research.Evaluation.Trials;
using Research.Models.Classical;
using Research.Numerics;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Trials;

public class VectorTrialTests
{
    private static readonly Dataset Data = Samples.Noise("noise", ["z", "x", "y"], ["a", "b"]);

    // Class a lies below 0, class b above; and the nearest neighbour is right about every speaker.
    private static readonly GivenVectors Given = new(
        Data,
        [
            .. Data.Items.Select(
                (item, i) =>
                    Matrix.OfRows([
                        [(item.Label == "a" ? -5 : 5) + (0.1 * i)],
                    ])
            ),
        ]
    );

    [Fact]
    public void Folds_of_one_part_become_one_prediction_an_item_in_the_order_of_the_items()
    {
        ClassPredictions tested = Given
            .Run(Trial(new EachGroupLeftOut(), new NeighbourSettings(1), false))
            .Classes(SubsetNames.Test);
        Assert.Equal(Data.Items.Select(item => item.Id), tested.Items);
        Assert.Equal(tested.Truth, tested.Predicted);
    }

    [Fact]
    public void Validation_and_test_items_are_parts_of_their_own()
    {
        GroupLeftOut protocol = GivenVectors.LeavingOut("x", Draw.Stratified);
        TrialResult result = Given.Run(Trial(new OneSplit(protocol), new NeighbourSettings(1), false));
        Given.AssertParts(protocol, 3, part => result.Classes(part).Items);
        Assert.Null(result.Model);
    }

    [Fact]
    public void Items_that_a_rule_gives_no_class_take_no_part_and_their_vectors_neither()
    {
        Dataset data = new(
            Data.Id,
            "1",
            "",
            Synthetic: true,
            [
                .. Data.Items.Select(
                    (item, i) => item with { Id = i == 1 ? item.Id : $"s/{item.Id}", Label = i % 2 == 0 ? "even" : "odd" }
                ),
            ]
        );
        Matrix[] parity =
        [
            .. data.Items.Select(
                (_, i) =>
                    Matrix.OfRows([
                        [i % 2 == 0 ? -1.0 : 1.0],
                    ])
            ),
        ];
        VectorTrial trial = Trial(
            new EachFold
            {
                Folds = 2,
                Draw = FoldDraw.Stratified,
                Stream = "tests",
            },
            new NeighbourSettings(1),
            false
        ) with
        {
            Classes = new OwnClass { Name = "parity", Sets = ["s"] },
        };
        ClassPredictions tested = new GivenVectors(data, parity).Run(trial).Classes(SubsetNames.Test);
        Assert.Equal(data.Items.Where((_, i) => i != 1).Select(item => item.Id), tested.Items);
        Assert.Equal(["even", "odd"], tested.Classes);
        Assert.Equal(tested.Truth, tested.Predicted);
        Assert.Contains("/parity/", trial.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_predicted_of_a_part_of_a_dataset() =>
        Assert.Empty(
            Given
                .Run(
                    Trial(new WhereWhole(Data.Items.Count + 1, new EachGroupLeftOut()), new NeighbourSettings(1), false),
                    finished: 0
                )
                .Predictions
        );

    [Fact]
    public void A_kept_model_predicts_what_the_trial_predicted()
    {
        var protocol = new GroupLeftOut { Group = "x", Validation = new NoValidation() };
        var logistic = new LogisticClassifierSettings(
            "logistic",
            new()
            {
                C = 1,
                Scheme = LogisticScheme.Multinomial,
                Tolerance = 1e-4,
                Iterations = 100,
            }
        );
        VectorTrial trial = Trial(new OneSplit(protocol), logistic, true);
        TrialResult result = Given.Run(trial);
        using var reader = new BinaryReader(new MemoryStream(result.Model!));
        (var standardizer, LogisticRegression model) = VectorFile.Read(reader);
        Matrix rows = Matrix.OfRows([.. protocol.Of(SplitItems.Of(Data), 3).Test.Select(i => Given.Vectors[i].Row(0).ToArray())]);
        Assert.Equal(result.Classes(SubsetNames.Test).Predicted, model.Predict(standardizer.Apply(rows)));
        Assert.Equal(result.Model, VectorFile.Write(standardizer, model));
        Assert.EndsWith("/kept", trial.Description, StringComparison.Ordinal);
    }

    private static VectorTrial Trial(Resampling splits, ClassifierSettings classifier, bool keepsModel) =>
        new()
        {
            Vectors = [Given.Set],
            VectorsName = "given",
            Scale = GroupScale.None,
            Splits = splits,
            SplitName = "a split",
            Classifier = classifier,
            KeepsModel = keepsModel,
            Seed = 3,
        };
}
