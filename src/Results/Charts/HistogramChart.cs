namespace Research.Results.Charts;

/// <summary>Counts or shares in bins, a row a bin.</summary>
public sealed record HistogramChart : Chart
{
    public required string Low { get; init; }

    public required string High { get; init; }

    public required string XTitle { get; init; }

    public required string Height { get; init; }

    public required string YTitle { get; init; }

    /// <summary>A column whose values have a histogram each, one over the other.</summary>
    public required string Series { get; init; }
}
