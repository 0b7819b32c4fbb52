using Research.Numerics;
using Research.Results.Claims;
using Research.Results.Metrics;
using Research.Results.Statistics;
using Research.Results.Trials;

namespace Research.Evaluation.Tables;

/// <summary>The real values that one model predicted for one part of the data, for one seed, as tables show them.</summary>
/// <param name="Variant">Model and settings in words.</param>
/// <param name="Split">Such as test.</param>
/// <param name="Seed">Of the training.</param>
/// <param name="Predictions">True and predicted values of each target.</param>
public sealed record ValueRun(string Variant, string Split, ulong Seed, ValuePredictions Predictions)
{
    /// <summary>In place of a target: the mean over targets.</summary>
    public const string MeanOfTargets = "mean";

    /// <summary>What published rank correlations that it answers are about, by target or <see cref="MeanOfTargets"/>; those that none can answer are left out.</summary>
    public IReadOnlyDictionary<string, ClaimKey> Answers { get; init; } = new Dictionary<string, ClaimKey>();

    public IReadOnlyList<string> Targets => Predictions.Quantities;

    /// <summary>Of a target, by its place.</summary>
    public RegressionErrors Errors(int target) => RegressionErrors.Of(Truth(target), Predicted(target));

    /// <summary>Each target's pairs of true and predicted values.</summary>
    public RankedPairs[] Ranked() =>
        [.. Enumerable.Range(0, Targets.Count).Select(target => RankedPairs.Of(Truth(target), Predicted(target)))];

    /// <summary>Spearman's ρ of each target, and last their mean; a model that predicts one value for all has 0.</summary>
    public double[] Correlations() => Correlations(Ranked(), [.. Enumerable.Repeat(1, Predictions.Items.Count)]);

    /// <summary>The same of a sample of the items.</summary>
    /// <param name="copies">How often each item is in it.</param>
    internal static double[] Correlations(RankedPairs[] ranked, int[] copies)
    {
        double[] own = [.. ranked.Select(pairs => pairs.Correlation(copies))];
        return [.. own, OrderedSum.Mean(own)];
    }

    private double[] Truth(int target) => [.. Predictions.Truth.Select(item => item[target])];

    private double[] Predicted(int target) => [.. Predictions.Predicted.Select(item => item[target])];
}
