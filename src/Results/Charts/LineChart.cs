namespace Research.Results.Charts;

/// <summary>Lines over a number. Rows that agree in X and series are averaged, and their range is a band.</summary>
public sealed record LineChart : Chart
{
    public required string X { get; init; }

    public required string XTitle { get; init; }

    /// <summary>Columns, a line each; their names are the legend.</summary>
    public required IReadOnlyList<string> Ys { get; init; }

    public required string YTitle { get; init; }

    /// <summary>A column whose values have a line each; null for one line a column.</summary>
    public string? Series { get; init; }

    public bool LogarithmicY { get; init; }
}
