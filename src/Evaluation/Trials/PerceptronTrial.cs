using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.FrontEnds;
using Research.Features.Normalization;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>One multilayer perceptron on one vector an item, trained by the tensor engine for a fixed number of epochs.</summary>
public sealed record PerceptronTrial : Trial
{
    // Data and features
    public required FeatureSet Vectors { get; init; }

    public required Protocol Protocol { get; init; }

    // Model and training
    /// <summary>Units of the hidden layers.</summary>
    public required IReadOnlyList<int> Hidden { get; init; }

    public required TrainingSettings Training { get; init; }

    public required ulong Seed { get; init; }

    public override string Description => FormattableString.Invariant($"{NameOf(Hidden)}/seed {Seed}");

    public override IReadOnlyList<DatasetRef> Data => [Vectors.Data];

    public override IReadOnlyList<FeatureSet> Features => [Vectors];

    /// <summary>A network in words, as tables have it.</summary>
    public static string NameOf(IReadOnlyList<int> hidden) => $"mlp, {hidden.Count} layers of {hidden[0]}";

    public override TrialResult Run(TrialInputs inputs)
    {
        var data = ClassItems.Open(inputs, [Vectors.Data], Protocol, Seed);
        Matrix vectors = VectorSet.Rows(inputs.Read(Vectors));
        Standardizer standardizer = Standardizer.Fit(vectors.Take(data.Split.Train));
        using var learner = new VectorLearner(standardizer.Apply(vectors), data.Classes, data.Labels.Count, Hidden, Seed);
        using var loop = new SupervisedTraining(learner, Training, Seed);
        History history = loop.Run(
            data.Split.Train,
            null,
            new TrialCheckpoints(inputs),
            "training",
            _ => inputs.Advance(1.0 / Training.Epochs)
        );
        return new TrialResult
        {
            Predictions = [data.Predicted(SubsetNames.Test, data.Split.Test, learner.Predict(data.Split.Test))],
            Curve = Curves.Of(history),
        };
    }
}
