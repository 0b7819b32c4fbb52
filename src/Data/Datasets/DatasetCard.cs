namespace Research.Data.Datasets;

/// <summary>What can be said of a dataset without opening it. Title, licence, citation, sources and digest stand in datasets.lock under its id.</summary>
/// <remarks>No target depends on a card: a changed claim name trains nothing.</remarks>
public sealed record DatasetCard
{
    /// <summary>What experiments name.</summary>
    public required DatasetRef Dataset { get; init; }

    /// <summary>Its classes, ordinal order; empty where items have real-valued targets only.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>What a group is, such as "speaker".</summary>
    public required string GroupKind { get; init; }

    /// <summary>Its groups, ordinal order, so that trials which leave one out can be named before the data are here; empty where there are too many to name.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Parts of its published split; empty where none was published.</summary>
    public required IReadOnlyList<Subset> PublishedSubsets { get; init; }

    /// <summary>What claims.csv calls it, in the column dataset; empty where no published figure was measured on it.</summary>
    public required IReadOnlyList<string> ClaimNames { get; init; }

    /// <summary>Names in claims.csv of datasets that cannot be had and whose figures this one answers.</summary>
    public required IReadOnlyList<string> StandsInFor { get; init; }
}
