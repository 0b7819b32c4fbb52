using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Classifiers;
using Research.Evaluation.Regressors;
using Research.Evaluation.Trials;
using Research.Features.Normalization;
using Research.Models.Classical;
using Research.Numerics;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Trials;

public class RegressionTrialTests
{
    private static readonly RidgeRegressorSettings Ridge = new("ridge", new() { Penalty = 1e-6 });

    // Arousal is linear in the only feature, valence is not.
    private static readonly GivenVectors Given = new(
        WithTargets(Samples.Noise("noise", ["z", "x", "y", "w"], ["a", "b", "c"])),
        [
            .. Enumerable
                .Range(0, 12)
                .Select(i =>
                    Matrix.OfRows([
                        [(double)i],
                    ])
                ),
        ]
    );

    private static Dataset Data => Given.Data;

    [Fact]
    public void Folds_become_one_prediction_an_item_in_the_order_of_the_items()
    {
        ValuePredictions tested = Given.Run(Trial(Folds(FoldDraw.Items))).Values(SubsetNames.Test);
        Assert.Equal(Data.Items.Select(item => item.Id), tested.Items);
        Assert.Equal(["arousal", "valence"], tested.Quantities);
        Assert.Equal(Data.Items.Select(item => item.Targets["valence"]), tested.Truth.Select(row => row[1]));
        Assert.All(tested.Truth.Zip(tested.Predicted), pair => Assert.Equal(pair.First[0], pair.Second[0], 1e-4));
    }

    [Fact]
    public void Each_item_is_predicted_by_a_model_of_the_other_folds()
    {
        ValuePredictions tested = Given.Run(Trial(Folds(FoldDraw.Groups))).Values(SubsetNames.Test);
        foreach (Resample split in Folds(FoldDraw.Groups).Of(SplitItems.Of(Data), 3))
        {
            double[] expected = ByHand(split.Split.Train, split.Split.Test, "valence");
            Assert.Equal(expected, split.Split.Test.Select(i => tested.Predicted[i][1]));
        }
    }

    [Fact]
    public void Validation_and_test_items_are_parts_of_their_own()
    {
        GroupLeftOut protocol = GivenVectors.LeavingOut("x", Draw.Items);
        TrialResult result = Given.Run(Trial(new OneSplit(protocol)));
        Given.AssertParts(protocol, 3, part => result.Values(part).Items);
        Assert.Throws<ArgumentException>(() => result.Classes(SubsetNames.Test));
    }

    [Fact]
    public void The_description_has_targets_model_split_and_seed() =>
        Assert.Equal("noise/given/arousal valence/ridge/a split/seed 3", Trial(Folds(FoldDraw.Items)).Description);

    [Fact]
    public void Items_without_a_target_are_named() =>
        Assert.StartsWith(
            "12 of 12 items have no target 'tempo': z-a, z-b, z-c, x-a, x-b, …. "
                + "Leave them out, or predict another target; there are: arousal, valence.",
            Assert.Throws<ResearchException>(() => Given.Run(Trial(Folds(FoldDraw.Items)) with { Targets = ["tempo"] })).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_target_is_needed() =>
        Assert.Throws<ResearchException>(() => Given.Run(Trial(Folds(FoldDraw.Items)) with { Targets = [] }));

    private static double[] ByHand(int[] train, int[] test, string target)
    {
        Matrix rows = Matrix.OfRows([.. Given.Vectors.Select(vector => vector.Row(0).ToArray())]);
        var standardizer = Standardizer.Fit(rows.Take(train));
        double[] targets = [.. train.Select(i => Data.Items[i].Targets[target])];
        IRegressor model = RidgeRegression.Fit(standardizer.Apply(rows.Take(train)), targets, Ridge.Ridge);
        return model.Predict(standardizer.Apply(rows.Take(test)));
    }

    private static Dataset WithTargets(Dataset data) =>
        data with
        {
            Items =
            [
                .. data.Items.Select(
                    (item, i) =>
                        item with
                        {
                            Targets = new Dictionary<string, double> { ["valence"] = i * i % 7, ["arousal"] = 4 - (0.5 * i) },
                        }
                ),
            ],
        };

    private static EachFold Folds(FoldDraw draw) =>
        new()
        {
            Folds = 3,
            Draw = draw,
            Stream = "tests/folds",
        };

    private static RegressionTrial Trial(Resampling splits) =>
        new()
        {
            Vectors = [Given.Set],
            VectorsName = "given",
            Targets = ["arousal", "valence"],
            Scale = GroupScale.None,
            Splits = splits,
            SplitName = "a split",
            Regressor = Ridge,
            Seed = 3,
        };
}
