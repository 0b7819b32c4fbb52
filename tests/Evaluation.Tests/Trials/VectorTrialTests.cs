using Research.Data;
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
        ClassPredictions tested = Given.Run(Trial(new EachGroupLeftOut(), new NeighbourSettings(1), false)).Classes(SubsetNames.Test);
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
