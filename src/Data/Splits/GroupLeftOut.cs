using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>One group (a speaker) is tested, the others are trained on.</summary>
public sealed record GroupLeftOut : Protocol
{
    public required string Group { get; init; }

    /// <summary>Drawn from the items of the other groups.</summary>
    public required ValidationPart Validation { get; init; }

    /// <exception cref="ResearchException">There is no such group, or no other.</exception>
    public override TrainValidationTest Of(SplitItems items, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        var split = new Split(items.Where(i => items.Groups[i] != Group), items.Where(i => items.Groups[i] == Group));
        return split.Train.Length > 0 && split.Test.Length > 0
            ? Validation.Of(split, items, seed)
            : throw new ResearchException(
                $"Group '{Group}' cannot be left out. There are: {string.Join(", ", items.Groups.Distinct().Order(StringComparer.Ordinal))}."
            );
    }
}
