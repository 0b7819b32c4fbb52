using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>Parts that somebody published as lists of items, such as GTZAN without its faults; items that no list names take no part.</summary>
public sealed record PublishedList : Protocol
{
    private const int Named = 5; // items in a message

    /// <summary>What the list is called, such as "fault-filtered".</summary>
    public required string List { get; init; }

    /// <summary>The part of each item by its name. Read from an embedded file (see <see cref="PublishedListFile"/>), it is part of the code that a target depends on.</summary>
    public required Func<IReadOnlyDictionary<string, Subset>> Read { get; init; }

    /// <summary>Whether every item that the list names must be there; a part of a dataset has only some of them.</summary>
    public required bool NeedsAll { get; init; }

    /// <summary>Published too, or drawn from the training list.</summary>
    public required ValidationPart Validation { get; init; }

    /// <exception cref="ResearchException">Items of the list are missing; the message names them. Or none is left to train or to test on.</exception>
    public override TrainValidationTest Of(SplitItems items, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        IReadOnlyDictionary<string, Subset> parts = Read();
        string[] missing = [.. parts.Keys.Except(items.Names).Order(StringComparer.Ordinal)];
        if (NeedsAll && missing.Length > 0)
        {
            throw new ResearchException(
                $"The list '{List}' names {missing.Length} items that {string.Join(", ", items.Corpora.Distinct())} lacks: "
                    + $"{string.Join(", ", missing.Take(Named))}{(missing.Length > Named ? ", …" : "")}."
            );
        }

        Subset?[] own = [.. items.Names.Select(name => parts.TryGetValue(name, out Subset subset) ? (Subset?)subset : null)];
        return new PublishedSplit { Validation = Validation }.Of(items with { Subsets = own }, seed);
    }
}
