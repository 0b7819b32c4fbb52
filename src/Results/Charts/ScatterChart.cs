namespace Research.Results.Charts;

/// <summary>A point a row; with a third coordinate, seen from a corner.</summary>
public sealed record ScatterChart : Chart
{
    public required string X { get; init; }

    public required string XTitle { get; init; }

    public required string Y { get; init; }

    public required string YTitle { get; init; }

    /// <summary>The third coordinate; null for a flat picture.</summary>
    public string? Z { get; init; }

    public string ZTitle { get; init; } = "";

    /// <summary>A column whose values have a colour and a shape each.</summary>
    public required string Colour { get; init; }

    public required string ColourTitle { get; init; }
}
