using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Classifiers;
using Research.Evaluation.Trials;
using Research.Models.Classical;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Checkpoints;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Trials;

public class VectorTrialTests
{
    private static readonly Dataset Data = Samples.Noise("noise", ["z", "x", "y"], ["a", "b"]);

    // Class a lies below 0, class b above; and the nearest neighbour is right about every speaker.
    private static readonly Matrix[] Vectors =
    [
        .. Data.Items.Select(
            (item, i) =>
                Matrix.OfRows([
                    [(item.Label == "a" ? -5 : 5) + (0.1 * i)],
                ])
        ),
    ];

    [Fact]
    public void Folds_of_one_part_become_one_prediction_an_item_in_the_order_of_the_items()
    {
        ClassPredictions tested = Run(Trial(new EachGroupLeftOut(), new NeighbourSettings(1), false)).Classes(SubsetNames.Test);
        Assert.Equal(Data.Items.Select(item => item.Id), tested.Items);
        Assert.Equal(tested.Truth, tested.Predicted);
    }

    [Fact]
    public void Validation_and_test_items_are_parts_of_their_own()
    {
        var protocol = new GroupLeftOut
        {
            Group = "x",
            Validation = new Holdout
            {
                Fraction = 0.5,
                Draw = Draw.Stratified,
                Stream = "tests/validation",
            },
        };
        TrialResult result = Run(Trial(new OneSplit(protocol), new NeighbourSettings(1), false));
        TrainValidationTest parts = protocol.Of(SplitItems.Of(Data), 3);
        Assert.Equal(parts.Validation.Select(i => Data.Items[i].Id), result.Classes(SubsetNames.Validation).Items);
        Assert.Equal(parts.Test.Select(i => Data.Items[i].Id), result.Classes(SubsetNames.Test).Items);
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
        TrialResult result = Run(trial);
        using var reader = new BinaryReader(new MemoryStream(result.Model!));
        (var standardizer, LogisticRegression model) = VectorFile.Read(reader);
        Matrix rows = Matrix.OfRows([.. protocol.Of(SplitItems.Of(Data), 3).Test.Select(i => Vectors[i].Row(0).ToArray())]);
        Assert.Equal(result.Classes(SubsetNames.Test).Predicted, model.Predict(standardizer.Apply(rows)));
        Assert.Equal(result.Model, VectorFile.Write(standardizer, model));
        Assert.EndsWith("/kept", trial.Description, StringComparison.Ordinal);
    }

    private static VectorTrial Trial(Resampling splits, ClassifierSettings classifier, bool keepsModel) =>
        new()
        {
            Vectors = [new Given { Data = Samples.Named(Data.Id) }],
            VectorsName = "given",
            Scale = GroupScale.None,
            Splits = splits,
            SplitName = "a split",
            Classifier = classifier,
            KeepsModel = keepsModel,
            Seed = 3,
        };

    private static TrialResult Run(VectorTrial trial)
    {
        double done = 0;
        TrialResult result = trial.Run(
            new TrialInputs
            {
                Trial = trial,
                Opening = _ => Data,
                Reading = _ => Vectors,
                Using = _ => throw new InvalidOperationException("It uses no other trial."),
                Checkpoints = new FileCheckpoints(Path.GetTempPath(), TimeSpan.MaxValue),
                Progress = share => done = Math.Max(done, share),
            }
        );
        Assert.Equal(1, done, 1e-9);
        return result;
    }

    private sealed record Given : FeatureSet
    {
        public override string Name => "given";

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => Vectors;
    }
}
