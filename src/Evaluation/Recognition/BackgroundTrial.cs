using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Trials;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Recognition;

/// <summary>The <see cref="Background"/> of what a model learned from, and how familiar it finds the recordings that the model did not learn from.</summary>
public sealed record BackgroundTrial : Trial
{
    /// <summary>The model in words.</summary>
    public required string ModelName { get; init; }

    public required DatasetRef Dataset { get; init; }

    /// <summary>The model's, so that the background learns from the same recordings.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>The model's.</summary>
    public required ulong Seed { get; init; }

    public override string Description => FormattableString.Invariant($"background of {ModelName}, {Dataset.Id}/seed {Seed}");

    public override IReadOnlyList<DatasetRef> Data => [Dataset];

    public override TrialResult Run(TrialInputs inputs)
    {
        IReadOnlyList<Item> items = inputs.Open(Dataset).Items;
        TrainValidationTest parts = ClassItems.Open(inputs, [Dataset], Protocol, Seed).Split;
        double[]?[] statistics = ParallelLoop.Select(
            items.Count,
            i =>
            {
                inputs.Advance(1.0 / items.Count);
                return Background.StatisticsOf(items[i].Waveform);
            }
        );
        var background = Background.Fit(parts.Train.Select(i => statistics[i]), Seed);
        return new TrialResult
        {
            Numbers = new Dictionary<string, IReadOnlyList<double>>
            {
                [Familiarity.NameOf(SubsetNames.Validation)] = Of(parts.Validation),
                [Familiarity.NameOf(SubsetNames.Test)] = Of(parts.Test),
            },
            Model = background.ToBytes(),
        };

        double[] Of(int[] part) => [.. part.Select(i => background.FamiliarityOf(statistics[i]))];
    }
}
