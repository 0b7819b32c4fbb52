using Research.Data;
using Research.Data.Splits;
using Research.Features.Normalization;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>One recurrent network over MFCC frames: standardise on the training frames, train, predict the validation and the test items.</summary>
public sealed record RecurrentTrial : Trial
{
    // Data
    public required DatasetRef Dataset { get; init; }

    /// <summary>Its validation items say when to stop.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>The split in words, where an experiment has more than one; else empty.</summary>
    public required string Fold { get; init; }

    /// <summary>Whether each recording is brought to mean 0 and deviation 1 by itself.</summary>
    public required bool PerUtterance { get; init; }

    // Features, model and training
    public required RecurrentVariant Variant { get; init; }

    /// <summary>Whether the trained network is kept.</summary>
    public required bool KeepsModel { get; init; }

    public required ulong Seed { get; init; }

    public string VariantName => Variant.Name + (PerUtterance ? HmmVariant.Normalised : "");

    public override string Description =>
        string.Join(
            '/',
            new[] { VariantName, FormattableString.Invariant($"seed {Seed}"), Fold, KeepsModel ? "kept" : "" }.Where(text =>
                text.Length > 0
            )
        );

    public override IReadOnlyList<DatasetRef> Data => [Dataset];

    public override IReadOnlyList<FeatureSet> Features => [Variant.Frames.On(Dataset)];

    public override TrialResult Run(TrialInputs inputs)
    {
        var data = ClassItems.Open(inputs, [Dataset], Protocol, Seed);
        Matrix[] clips = Read(inputs);
        Standardizer standardizer = Standardizer.Fit([.. data.Split.Train.Select(i => clips[i])]);
        Matrix[] sequences = ParallelLoop.Select(clips.Length, i => standardizer.Apply(clips[i]));
        using var learner = new SequenceLearner(sequences, data.Classes, data.Labels.Count, Variant.Network, Seed);
        using var loop = new SupervisedTraining(learner, Variant.Training, Seed);
        History history = loop.Run(
            data.Split.Train,
            () => learner.Score(data.Split.Validation).AsValidation(),
            new TrialCheckpoints(inputs),
            "training",
            _ => inputs.Advance(1.0 / Variant.Training.Epochs)
        );
        var familiar = new Dictionary<string, IReadOnlyList<double>>();
        return new TrialResult
        {
            Predictions = [Of(SubsetNames.Validation, data.Split.Validation), Of(SubsetNames.Test, data.Split.Test)],
            Curve = Curves.Of(history),
            Numbers = familiar,
            Model = KeepsModel ? NetworkFile.Write(standardizer, ModelFile.Write(learner.Network)) : null,
        };

        ClassPredictions Of(string part, int[] items)
        {
            float[][] scores = learner.Scores(items);
            int[] predicted = [.. scores.Select(ClassScores.Best)];
            if (KeepsModel)
            {
                familiar[Familiarity.NameOf(part)] = [.. scores.Select(Familiarity.OfScores)];
            }

            return data.Predicted(part, items, predicted, [.. scores.Select(ClassScores.Softmax)]);
        }
    }

    private Matrix[] Read(TrialInputs inputs)
    {
        Matrix[] frames = inputs.Read(Variant.Frames.On(Dataset));
        return PerUtterance ? ParallelLoop.Select(frames.Length, i => Standardizer.PerUtterance(frames[i])) : frames;
    }
}
