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
/// Its numbers: the rate of the first epoch, where a range test was made its rates, losses and smoothed losses, and where the model is kept the familiarity of each item.
/// </remarks>
public sealed record ImageNetworkTrial : Trial
{
    /// <summary>Names of its numbers.</summary>
    public const string FirstRate = "first rate";

    public const string RangeRates = "range rates";

    public const string RangeLosses = "range losses";

    public const string RangeSmoothed = "range smoothed";

    private const string TrainingName = "training";

    // Data and features
    public required PictureSet Pictures { get; init; }

    public required ItemTask Task { get; init; }

    // Model and training
    /// <summary>Network, weights and training in words, as tables have them.</summary>
    public required string VariantName { get; init; }

    public required PretrainedNetwork Network { get; init; }

    /// <summary>The trial of a whole network whose trunk it starts from, in place of the network's own weights; null for those.</summary>
    public required ImageNetworkTrial? Start { get; init; }

    /// <summary>Of the pictures, in pixels.</summary>
    public required int Side { get; init; }

    /// <summary>Whether only the last layer learns.</summary>
    public required bool Frozen { get; init; }

    public required TransferSettings Training { get; init; }

    public required bool KeepsModel { get; init; }

    public required ulong Seed { get; init; }

    public override string Description =>
        FormattableString.Invariant(
            $"{Pictures.Levels.Data.Id}/{VariantName}/{Pictures.SplitName}/seed {Seed}{(KeepsModel ? "/kept" : "")}"
        );

    public override IReadOnlyList<DatasetRef> Data =>
        Network.Weights is { } weights ? [Pictures.Levels.Data, weights] : [Pictures.Levels.Data];

    public override IReadOnlyList<FeatureSet> Features => ReadsTrunk ? [Trunk] : [Pictures.Levels];

    public override IReadOnlyList<Trial> Uses => Start is null ? [] : [Start];

    public override long MemoryBytes => 3L << 30;

    // A trunk that this trial's own start has trained is in no feature set.
    private bool ReadsTrunk => Frozen && Start is null;

    private TrunkFeatures Trunk =>
        new()
        {
            Data = Pictures.Levels.Data,
            Levels = Pictures.Levels,
            Network = Network,
            Side = Side,
            Seed = Network.Weights is null ? Seed : 0, // trained weights are the same for every seed
        };

    public override TrialResult Run(TrialInputs inputs)
    {
        Dataset all = inputs.Open(Pictures.Levels.Data);
        var data = RuledItems.Of(all, Pictures.Classes);
        if (data.Items.Count < Pictures.FewestItems)
        {
            return new TrialResult();
        }

        var items = SplitItems.Of(data.Dataset);
        TrainValidationTest split = Pictures.Protocol.Of(items, Seed);
        IPreparedTask task = Task.Over(items, data.Items, Pictures.Protocol, split);
        ImageNetwork network = Network.Make(task.Outputs, inputs.Open, Seed);
        if (Start is not null)
        {
            StartFrom(network, inputs.Result(Start));
        }

        using IItemNetwork seen = SeenBy(network, data.Places, inputs);
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
        (string Subset, int[] Items, float[][] Outputs)[] heard =
        [
            .. new[] { (SubsetNames.Validation, split.Validation), (SubsetNames.Test, split.Test) }
                .Where(part => part.Item2.Length > 0)
                .Select(part => (part.Item1, part.Item2, learner.Outputs(part.Item2))),
        ];
        return new TrialResult
        {
            Predictions = [.. heard.Select(part => task.Predicted(part.Subset, part.Items, part.Outputs))],
            Curve = Curves.Of(result.History),
            Numbers = NumbersOf(result, KeepsModel ? heard.ToDictionary(part => part.Subset, part => part.Outputs) : []),
            Model = KeepsModel ? ModelFile.Write(seen.Module) : null,
        };
    }

    private void StartFrom(ImageNetwork network, TrialResult started)
    {
        using ImageNetwork other = ImageNetworks.Of(
            Start!.Network.Architecture,
            PredictionsFile.NamesOf(started.Predictions[0]).Count
        );
        ModelFile.Read(other, started.Model!);
        ImageWeights.Load(network, ImageWeights.Of(other), lastLayer: false);
    }

    private IItemNetwork SeenBy(ImageNetwork network, IReadOnlyList<int> places, TrialInputs inputs)
    {
        if (ReadsTrunk)
        {
            Matrix[] features = inputs.Read(Trunk);
            return LastLayerOf(network, [.. places.Select(place => features[place])]);
        }

        Matrix[] levels = inputs.Read(Pictures.Levels);
        var pictures = new ImageItems(network, i => PictureLevels.Planes(levels[places[i]], Side, Network.Normalization), Side);
        if (!Frozen)
        {
            return pictures;
        }

        network.eval();
        float[][] own = pictures.Features([.. Enumerable.Range(0, places.Count)]);
        return LastLayerOf(network, [.. own.Select(values => TrunkFeatures.Of(values, Network.Architecture))]);
    }

    private LastLayerItems LastLayerOf(ImageNetwork network, IReadOnlyList<Matrix> features) =>
        new(
            network,
            [.. features.Select(own => Array.ConvertAll(own.Values.ToArray(), value => (float)value))],
            TrunkFeatures.ShapeOf(features[0], Network.Architecture)
        );

    // Of a kept model the card says how familiar a recording has to sound.
    internal static Dictionary<string, IReadOnlyList<double>> NumbersOf(TransferResult result, Dictionary<string, float[][]> kept)
    {
        var numbers = kept.ToDictionary(
            part => Familiarity.NameOf(part.Key),
            part => (IReadOnlyList<double>)[.. part.Value.Select(Familiarity.OfScores)]
        );
        numbers[FirstRate] = [result.FirstRate];
        if (result.RangeTest is { } test)
        {
            numbers[RangeRates] = [.. test.Points.Select(point => point.Rate)];
            numbers[RangeLosses] = [.. test.Points.Select(point => point.Loss)];
            numbers[RangeSmoothed] = [.. test.Points.Select(point => point.Smoothed)];
        }

        return numbers;
    }
}
