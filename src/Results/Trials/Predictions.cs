using Research.Numerics;
using Research.Results.Metrics;

namespace Research.Results.Trials;

/// <summary>What a model predicted for the items of one part of the data, beside what is true.</summary>
/// <param name="Subset">Such as validation or test.</param>
/// <param name="Items">Ids, in the order of the values.</param>
public abstract record Predictions(string Subset, IReadOnlyList<string> Items)
{
    /// <summary>What <see cref="Score"/> is.</summary>
    public abstract string ScoreName { get; }

    /// <summary>One number for a first look.</summary>
    public abstract double Score { get; }
}

/// <summary>One class an item.</summary>
/// <param name="Subset">Such as validation or test.</param>
/// <param name="Items">Ids.</param>
/// <param name="Classes">Names; truth and prediction point into them.</param>
/// <param name="Truth">Class of each item.</param>
/// <param name="Predicted">Class that the model gave each item.</param>
/// <param name="Probabilities">Shape [items, classes]; null where the model gives none.</param>
public sealed record ClassPredictions(
    string Subset,
    IReadOnlyList<string> Items,
    IReadOnlyList<string> Classes,
    int[] Truth,
    int[] Predicted,
    double[][]? Probabilities
) : Predictions(Subset, Items)
{
    private ConfusionMatrix? _confusion;

    public override string ScoreName => "accuracy";

    public override double Score => Confusion.Accuracy;

    public ConfusionMatrix Confusion => _confusion ??= ConfusionMatrix.Of(Truth, Predicted, Classes.Count);
}

/// <summary>Several labels an item, each present or not.</summary>
/// <param name="Subset">Such as validation or test.</param>
/// <param name="Items">Ids.</param>
/// <param name="Labels">Names.</param>
/// <param name="Truth">Shape [items, labels].</param>
/// <param name="Predicted">Shape [items, labels].</param>
/// <param name="Scores">Shape [items, labels], such as probabilities; null where the model gives none.</param>
public sealed record LabelPredictions(
    string Subset,
    IReadOnlyList<string> Items,
    IReadOnlyList<string> Labels,
    bool[][] Truth,
    bool[][] Predicted,
    double[][]? Scores
) : Predictions(Subset, Items)
{
    public override string ScoreName => "share of right labels";

    public override double Score =>
        OrderedSum.Mean([
            .. Truth
                .Zip(Predicted)
                .SelectMany(item => item.First.Zip(item.Second))
                .Select(pair => pair.First == pair.Second ? 1.0 : 0),
        ]);
}

/// <summary>One or more real values an item, such as valence and arousal.</summary>
/// <param name="Subset">Such as validation or test.</param>
/// <param name="Items">Ids.</param>
/// <param name="Quantities">Names of the values.</param>
/// <param name="Truth">Shape [items, quantities].</param>
/// <param name="Predicted">Shape [items, quantities].</param>
public sealed record ValuePredictions(
    string Subset,
    IReadOnlyList<string> Items,
    IReadOnlyList<string> Quantities,
    double[][] Truth,
    double[][] Predicted
) : Predictions(Subset, Items)
{
    public override string ScoreName => "mean squared error";

    public override double Score =>
        OrderedSum.Mean([
            .. Truth
                .Zip(Predicted)
                .SelectMany(item => item.First.Zip(item.Second))
                .Select(pair => (pair.First - pair.Second) * (pair.First - pair.Second)),
        ]);
}
