using Research.Data;
using Research.Data.Splits;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>The items of one or more datasets as a trial of classes sees them, and who is in which part.</summary>
/// <param name="Items">All, one dataset after the other.</param>
/// <param name="Labels">Classes that take part.</param>
/// <param name="Classes">Class index of every item; −1 where its class takes no part.</param>
/// <param name="Split">Who is in which part.</param>
public sealed record ClassItems(SplitItems Items, IReadOnlyList<string> Labels, int[] Classes, TrainValidationTest Split)
{
    public int Count => Items.Count;

    /// <summary>Opens the datasets and splits them.</summary>
    public static ClassItems Open(TrialInputs inputs, IReadOnlyList<DatasetRef> datasets, Protocol protocol, ulong seed) =>
        Of(SplitItems.Of([.. datasets.Select(inputs.Open)]), protocol, seed);

    public static ClassItems Of(SplitItems items, Protocol protocol, ulong seed) => Of(items, protocol, protocol.Of(items, seed));

    /// <summary>Items that are split already.</summary>
    internal static ClassItems Of(SplitItems items, Protocol protocol, TrainValidationTest split)
    {
        IReadOnlyList<string> labels = protocol.ClassesOf(items);
        var places = Enumerable.Range(0, labels.Count).ToDictionary(k => labels[k]);
        int[] classes = [.. items.Labels.Select(label => label is not null && places.TryGetValue(label, out int k) ? k : -1)];
        return new ClassItems(items, labels, classes, split);
    }

    /// <summary>Classes of some items.</summary>
    public int[] ClassesOf(IEnumerable<int> items) => [.. items.Select(i => Classes[i])];

    /// <summary>What was predicted for the items of a part.</summary>
    /// <param name="probabilities">Shape [items, classes]; null for none.</param>
    public ClassPredictions Predicted(string part, int[] items, int[] predicted, double[][]? probabilities = null) =>
        new(part, [.. items.Select(i => Items.Names[i])], Labels, ClassesOf(items), predicted, probabilities);
}

/// <summary>Names of the parts of the data that most trials predict.</summary>
public static class SubsetNames
{
    public const string Validation = "validation";
    public const string Test = "test";
}
