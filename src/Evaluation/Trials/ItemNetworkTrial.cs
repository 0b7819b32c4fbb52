using Research.Data;
using Research.Data.Splits;
using Research.Features.Normalization;
using Research.Models.Networks.Convolutional;
using Research.Models.Networks.Items;
using Research.Models.Training;
using Research.Models.Training.Schedules;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>One network over the frames of items, for classes or real values: standardise each band on the training frames, train, predict validation and test items.</summary>
public sealed record ItemNetworkTrial : Trial
{
    // Data and features
    public required FeatureSet Frames { get; init; }

    /// <summary>Its validation items say when to stop and which epoch is taken.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>The split in words, such as "fault-filtered".</summary>
    public required string SplitName { get; init; }

    public required ItemTask Task { get; init; }

    // Model and training
    /// <summary>Features, network and training in words, as tables have them.</summary>
    public required string VariantName { get; init; }

    public required ItemNetworkSettings Network { get; init; }

    public required TrainingSettings Training { get; init; }

    /// <summary>The blocks that it starts from; null for weights drawn at random.</summary>
    public required LearnedBlocks? Start { get; init; }

    public required bool KeepsModel { get; init; }

    public required ulong Seed { get; init; }

    public override string Description =>
        FormattableString.Invariant($"{Frames.Data.Id}/{VariantName}/{SplitName}/seed {Seed}{(KeepsModel ? "/kept" : "")}");

    public override IReadOnlyList<DatasetRef> Data => [Frames.Data];

    public override IReadOnlyList<FeatureSet> Features => [Frames];

    public override IReadOnlyList<Trial> Uses => Start is null ? [] : [Start.From];

    public override long MemoryBytes => 1L << 30;

    public override TrialResult Run(TrialInputs inputs)
    {
        Dataset data = inputs.Open(Frames.Data);
        var items = SplitItems.Of(data);
        TrainValidationTest split = Protocol.Of(items, Seed);
        IPreparedTask task = Task.Over(items, data.Items, Protocol, split);
        Matrix[] frames = inputs.Read(Frames);
        Standardizer standardizer = Standardizer.Fit([.. split.Train.Select(i => frames[i])]);
        Matrix[] scaled = ParallelLoop.Select(frames.Length, i => standardizer.Apply(frames[i]));
        using IItemNetwork network = Network.Over(scaled, task.Outputs, Seed);
        if (Start is not null)
        {
            TakeBlocks((PictureNetwork)network, inputs.Result(Start.From));
        }

        var learner = new ItemLearner(network, task.Loss);
        History history = Train(learner, split, inputs);
        network.Module.eval();
        return new TrialResult
        {
            Predictions =
            [
                .. new[] { (SubsetNames.Validation, split.Validation), (SubsetNames.Test, split.Test) }
                    .Where(part => part.Item2.Length > 0)
                    .Select(part => task.Predicted(part.Item1, part.Item2, learner.Outputs(part.Item2))),
            ],
            Curve = Curves.Of(history),
            Model = KeepsModel ? NetworkFile.Write(standardizer, ModelFile.Write(network.Module)) : null,
        };
    }

    private History Train(ItemLearner learner, TrainValidationTest split, TrialInputs inputs)
    {
        using var step = new SupervisedStep(
            learner,
            new SupervisedSettings
            {
                Optimizer = Training.Optimizer,
                Schedule = new ConstantRate(),
                GradientNorm = Training.GradientNorm,
                MicroBatches = 1,
                Frozen = Start is { Freezes: true } ? [ConvolutionalNet.FeaturesPath] : [],
            }
        );
        bool validates = split.Validation.Length > 0;
        var trainer = new Trainer(
            step,
            new TrainerSettings
            {
                Epochs = Training.Epochs,
                BatchSize = Training.BatchSize,
                Monitor = validates ? MonitoredMetric.ValidationLoss : null,
                Stopping = validates ? Training.Stopping : null,
                Average = null,
            },
            Seed
        );
        return trainer.Run(
            split.Train,
            validates ? () => learner.Validate(split.Validation) : null,
            new TrialCheckpoints(inputs),
            "training",
            _ => inputs.Advance(1.0 / Training.Epochs)
        );
    }

    // The other network has as many outputs as its trial predicted names.
    private void TakeBlocks(PictureNetwork network, TrialResult started)
    {
        var settings = (PictureNetworkSettings)Start!.From.Network;
        using var other = new ConvolutionalNet(
            settings.WindowFrames,
            network.Bands,
            PredictionsFile.NamesOf(started.Predictions[0]).Count,
            settings.Convolution
        );
        using var reader = new BinaryReader(new MemoryStream(started.Model!));
        ModelFile.Read(other, NetworkFile.Read(reader).Weights);
        network.Network.TakeFeatures(other);
    }
}

/// <summary>Blocks of convolutions that another trial learned.</summary>
/// <param name="From">It kept its model.</param>
/// <param name="Freezes">Whether the blocks stay as they are and only the linear layer learns.</param>
public sealed record LearnedBlocks(ItemNetworkTrial From, bool Freezes);
