using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.FrontEnds;
using Research.Models.Networks.Items;
using Research.Models.Networks.Pretrained;
using Research.Models.Training;
using Research.Models.Training.Transfer;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>One network over pictures of recordings, for classes or real values: from trained or random weights, its last layer alone or all of it.</summary>
/// <remarks>
/// Its numbers: "first rate" of the training, and the range test's "range rates", "range losses" and "range smoothed", where one was made.
/// </remarks>
internal sealed record ImageNetworkTrial : Trial
{
    private const string TrainingName = "training";

    // Data and features
    /// <summary>Levels of pictures, such as <see cref="PictureLevels"/>.</summary>
    public required FeatureSet Levels { get; init; }

    /// <summary>Its validation items say when the rate falls.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>The split in words, such as "by song".</summary>
    public required string SplitName { get; init; }

    public required ItemTask Task { get; init; }

    // Model and training
    /// <summary>Network, weights and training in words, as tables have them.</summary>
    public required string VariantName { get; init; }

    public required PretrainedNetwork Network { get; init; }

    /// <summary>Of the pictures, in pixels.</summary>
    public required int Side { get; init; }

    /// <summary>Whether only the last layer learns.</summary>
    public required bool Frozen { get; init; }

    public required TransferSettings Training { get; init; }

    public required bool KeepsModel { get; init; }

    public required ulong Seed { get; init; }

    public override string Description =>
        FormattableString.Invariant($"{Levels.Data.Id}/{VariantName}/{SplitName}/seed {Seed}{(KeepsModel ? "/kept" : "")}");

    public override IReadOnlyList<DatasetRef> Data => Network.Weights is { } weights ? [Levels.Data, weights] : [Levels.Data];

    public override IReadOnlyList<FeatureSet> Features => Frozen ? [Trunk] : [Levels];

    public override long MemoryBytes => 3L << 30;

    private TrunkFeatures Trunk =>
        new()
        {
            Data = Levels.Data,
            Levels = Levels,
            Network = Network,
            Side = Side,
            Seed = Seed,
        };

    public override TrialResult Run(TrialInputs inputs)
    {
        Dataset data = inputs.Open(Levels.Data);
        var items = SplitItems.Of(data);
        TrainValidationTest split = Protocol.Of(items, Seed);
        IPreparedTask task = Task.Over(items, data.Items, Protocol, split);
        ImageNetwork network = Network.Make(task.Outputs, inputs.Open, Seed);
        using IItemNetwork seen = Frozen ? LastLayerOf(network, inputs) : PicturesOf(network, inputs);
        var learner = new ItemLearner(seen, task.Loss);
        ILearner trained =
            network is InceptionV3 inception && seen is ImageItems pictures && Side >= network.Side
                ? new ImageLearner(inception, pictures, task.Loss)
                : learner;
        TransferResult result = TransferTraining.Run(
            trained,
            [],
            Training,
            split.Train,
            split.Validation.Length > 0 ? () => learner.Validate(split.Validation) : null,
            new TrialCheckpoints(inputs),
            TrainingName,
            Seed,
            _ => inputs.Advance(1.0 / Training.Epochs)
        );
        seen.Module.eval();
        return new TrialResult
        {
            Predictions =
            [
                .. new[] { (SubsetNames.Validation, split.Validation), (SubsetNames.Test, split.Test) }
                    .Where(part => part.Item2.Length > 0)
                    .Select(part => task.Predicted(part.Item1, part.Item2, learner.Outputs(part.Item2))),
            ],
            Curve = Curves.Of(result.History),
            Numbers = NumbersOf(result),
            Model = KeepsModel ? ModelFile.Write(seen.Module) : null,
        };
    }

    private ImageItems PicturesOf(ImageNetwork network, TrialInputs inputs)
    {
        Matrix[] levels = inputs.Read(Levels);
        return new(network, i => PictureLevels.Planes(levels[i], Side, Network.Normalization), Side);
    }

    private LastLayerItems LastLayerOf(ImageNetwork network, TrialInputs inputs)
    {
        Matrix[] features = inputs.Read(Trunk);
        return new(
            network,
            [.. features.Select(own => Array.ConvertAll(own.Values.ToArray(), value => (float)value))],
            TrunkFeatures.ShapeOf(features[0], Network.Architecture)
        );
    }

    private static Dictionary<string, IReadOnlyList<double>> NumbersOf(TransferResult result)
    {
        var numbers = new Dictionary<string, IReadOnlyList<double>> { ["first rate"] = [result.FirstRate] };
        if (result.RangeTest is { } test)
        {
            numbers["range rates"] = [.. test.Points.Select(point => point.Rate)];
            numbers["range losses"] = [.. test.Points.Select(point => point.Loss)];
            numbers["range smoothed"] = [.. test.Points.Select(point => point.Smoothed)];
        }

        return numbers;
    }
}
