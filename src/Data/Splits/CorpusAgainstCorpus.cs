using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>Trained on one dataset, tested on all of another; items of classes that only one of them has take no part.</summary>
/// <remarks>The items are those of both, one dataset after the other, as <see cref="SplitItems.Of(IReadOnlyList{Dataset})"/> joins them.</remarks>
public sealed record CorpusAgainstCorpus : Protocol
{
    /// <summary>Trained on.</summary>
    public required DatasetRef From { get; init; }

    /// <summary>Tested on.</summary>
    public required DatasetRef To { get; init; }

    /// <summary>Drawn from the dataset that is trained on.</summary>
    public required ValidationPart Validation { get; init; }

    /// <summary>The classes that both have, ordinal order.</summary>
    public override IReadOnlyList<string> ClassesOf(SplitItems items) =>
        [.. LabelsOf(items, From).Intersect(LabelsOf(items, To)).Order(StringComparer.Ordinal)];

    /// <exception cref="ResearchException">The datasets share no class, or one of them is not among the items.</exception>
    public override TrainValidationTest Of(SplitItems items, ulong seed)
    {
        IReadOnlyList<string> shared = ClassesOf(items);
        var split = new Split(Having(items, From, shared), Having(items, To, shared));
        return shared.Count > 0
            ? Validation.Of(split, items with { Classes = shared }, seed)
            : throw new ResearchException(
                $"'{From.Id}' against '{To.Id}': no class is in both. The items come from {string.Join(", ", items.Corpora.Distinct())}."
            );
    }

    private static IEnumerable<string> LabelsOf(SplitItems items, DatasetRef dataset) =>
        items.Where(i => items.Corpora[i] == dataset.Id).Select(i => items.Labels[i]).OfType<string>();

    private static int[] Having(SplitItems items, DatasetRef dataset, IReadOnlyList<string> classes) =>
        items.Where(i => items.Corpora[i] == dataset.Id && items.Labels[i] is { } label && classes.Contains(label));
}
