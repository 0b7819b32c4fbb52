namespace Research.Results.Charts;

/// <summary>A value for each pair of two settings, from a long table; rows of one pair are averaged.</summary>
public sealed record GridChart : Chart
{
    public required string X { get; init; }

    public required string XTitle { get; init; }

    public required string Y { get; init; }

    public required string YTitle { get; init; }

    public required string Value { get; init; }

    public required string ValueTitle { get; init; }
}
