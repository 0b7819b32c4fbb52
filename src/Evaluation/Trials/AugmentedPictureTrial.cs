using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.FrontEnds;
using Research.Models.Networks.Items;
using Research.Models.Training.Transfer;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>A network over pictures that learns classes from real pictures, generated ones or both, and is tested on real ones.</summary>
/// <remarks>All of the network learns. Its numbers: the rate of the first epoch, and where a range test was made its rates and losses, named as <see cref="ImageNetworkTrial"/>'s.</remarks>
public sealed record AugmentedPictureTrial : Trial
{
    private const string TrainingName = "training";

    // Data and features
    public required PictureSet Pictures { get; init; }

    /// <summary>One a class, none of which learned from an item that is tested here; none where nothing generated takes part.</summary>
    public required IReadOnlyList<GanTrial> Generators { get; init; }

    /// <summary>The first of those that each generator made.</summary>
    public required GeneratedParts Generated { get; init; }

    /// <summary>Whether real pictures are learned from and validate, besides generated ones.</summary>
    public required bool LearnsReal { get; init; }

    // Model and training
    /// <summary>Network, pictures and training in words, as tables have them.</summary>
    public required string VariantName { get; init; }

    public required PretrainedNetwork Network { get; init; }

    /// <summary>Side that every picture, real or generated, is brought to first: the generators'.</summary>
    public required int Detail { get; init; }

    /// <summary>Of the pictures that the network sees, in pixels.</summary>
    public required int Side { get; init; }

    public required TransferSettings Training { get; init; }

    public required ulong Seed { get; init; }

    public override string Description =>
        FormattableString.Invariant($"{Pictures.Levels.Data.Id}/{VariantName}/{Pictures.SplitName}/seed {Seed}");

    public override IReadOnlyList<DatasetRef> Data =>
        Network.Weights is { } weights ? [Pictures.Levels.Data, weights] : [Pictures.Levels.Data];

    public override IReadOnlyList<FeatureSet> Features => [Pictures.Levels];

    public override IReadOnlyList<Trial> Uses => Generators;

    public override long MemoryBytes => 2L << 30;

    public override TrialResult Run(TrialInputs inputs)
    {
        var data = RuledItems.Of(inputs.Open(Pictures.Levels.Data), Pictures.Classes);
        if (data.Items.Count < Pictures.FewestItems)
        {
            return new TrialResult();
        }

        var real = SplitItems.Of(data.Dataset);
        TrainValidationTest split = Pictures.Protocol.Of(real, Seed);
        CheckUnseen(real, split);
        var items = AugmentedItems.Of(
            real,
            split,
            [.. Generators.Select(own => (own.Label, Made(own, inputs)))],
            Generated,
            LearnsReal
        );
        IPreparedTask task = new ClassesTask { BalancesClasses = false, Smoothing = 0 }.Over(
            items.Items,
            [],
            Pictures.Protocol,
            items.Split
        );
        using ImageItems network = SeenBy(task.Outputs, items, data.Places, inputs);
        return Trained(new ItemLearner(network, task.Loss), items.Split, task, inputs);
    }

    private TrialResult Trained(ItemLearner learner, TrainValidationTest split, IPreparedTask task, TrialInputs inputs)
    {
        TransferResult result = TransferTraining.Run(
            learner,
            [],
            Training,
            split.Train,
            split.Validation.Length > 0 ? () => learner.Validate(split.Validation) : null,
            new TrialCheckpoints(inputs),
            TrainingName,
            Seed,
            _ => inputs.Advance(1.0 / Training.Epochs)
        );
        learner.Network.eval();
        return new TrialResult
        {
            Predictions =
            [
                .. new[] { (SubsetNames.Validation, split.Validation), (SubsetNames.Test, split.Test) }
                    .Where(part => part.Item2.Length > 0)
                    .Select(part => task.Predicted(part.Item1, part.Item2, learner.Outputs(part.Item2))),
            ],
            Curve = Curves.Of(result.History),
            Numbers = ImageNetworkTrial.NumbersOf(result, []),
        };
    }

    private ImageItems SeenBy(int outputs, AugmentedItems items, IReadOnlyList<int> places, TrialInputs inputs)
    {
        Matrix[] levels = inputs.Read(Pictures.Levels);
        return new ImageItems(
            Network.Make(outputs, inputs.Open, Seed),
            i => PicturePlanes.Of(items.PictureOf(i, real => levels[places[real]]), Detail, Side, Network.Normalization),
            Side
        );
    }

    private static IReadOnlyList<Image> Made(GanTrial generator, TrialInputs inputs)
    {
        using var reader = new BinaryReader(new MemoryStream(inputs.Result(generator).Model!));
        return GeneratedFile.Read(reader).Pictures;
    }

    // A generator that saw test items would bring them into the training.
    private void CheckUnseen(SplitItems real, TrainValidationTest split)
    {
        foreach (GanTrial own in Generators)
        {
            if (
                own.Pictures.Levels.Target != Pictures.Levels.Target
                || !own.Pictures.Protocol.Of(real, own.Seed).Test.SequenceEqual(split.Test)
            )
            {
                throw new SettingsException(
                    $"The generator '{own.Description}' is tested on other items than '{Description}': it may have learned from some that are tested here. Give both one split and seed."
                );
            }
        }
    }
}
