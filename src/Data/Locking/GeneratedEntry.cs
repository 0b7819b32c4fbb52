namespace Research.Data.Locking;

/// <summary>One dataset of datasets.lock that code makes.</summary>
public sealed record GeneratedEntry
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>As the generator has it.</summary>
    public required string Version { get; init; }

    public required string Licence { get; init; }

    public required string Citation { get; init; }

    /// <summary>Items.</summary>
    public required int Count { get; init; }

    /// <summary>Over names, labels, samples and truth.</summary>
    public required string Digest { get; init; }
}
