using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>The split that came with the dataset.</summary>
public sealed record PublishedSplit : Protocol
{
    /// <summary>Drawn from the published training part, or published itself.</summary>
    public required ValidationPart Validation { get; init; }

    /// <exception cref="ResearchException">The items have no published training or test part.</exception>
    public override TrainValidationTest Of(SplitItems items, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        var split = new Split(Having(items, Subset.Train), Having(items, Subset.Test));
        return split.Train.Length > 0 && split.Test.Length > 0
            ? Validation.Of(split, items, seed)
            : throw new ResearchException(
                $"The published split of {string.Join(", ", items.Corpora.Distinct())} has {split.Train.Length} training and {split.Test.Length} test items; "
                    + "both are needed. Choose another protocol."
            );
    }

    internal static int[] Having(SplitItems items, Subset subset) => items.Where(i => items.Subsets[i] == subset);
}
