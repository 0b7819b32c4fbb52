using Research.Data;
using Research.Data.Classes;
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
        ClassPredictions tested = Run(trial, data, parity).Classes(SubsetNames.Test);
        Assert.Equal(data.Items.Where((_, i) => i != 1).Select(item => item.Id), tested.Items);
        Assert.Equal(["even", "odd"], tested.Classes);
        Assert.Equal(tested.Truth, tested.Predicted);
        Assert.Contains("/parity/", trial.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_predicted_of_a_part_of_a_dataset() =>
        Assert.Empty(
            Run(
                Trial(new WhereWhole(Data.Items.Count + 1, new EachGroupLeftOut()), new NeighbourSettings(1), false),
                Data,
                Vectors,
                finished: 0
            ).Predictions
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

    private static TrialResult Run(VectorTrial trial) => Run(trial, Data, Vectors);

    private static TrialResult Run(VectorTrial trial, Dataset data, Matrix[] vectors, double finished = 1)
    {
        double done = 0;
        TrialResult result = trial.Run(
            new TrialInputs
            {
                Trial = trial,
                Opening = _ => data,
                Reading = _ => vectors,
                Using = _ => throw new InvalidOperationException("It uses no other trial."),
                Checkpoints = new FileCheckpoints(Path.GetTempPath(), TimeSpan.MaxValue),
                Progress = share => done = Math.Max(done, share),
            }
        );
        Assert.Equal(finished, done, 1e-9);
        return result;
    }

    private sealed record Given : FeatureSet
    {
        public override string Name => "given";

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => Vectors;
    }
}
