namespace Research.Results.Charts;

/// <summary>Decibels over time and frequency, with tracks of another table over it.</summary>
public sealed record SpectrogramChart : Chart
{
    /// <summary>The column of times, seconds; those after it are named by their frequency in hertz and hold decibels.</summary>
    public required string Time { get; init; }

    /// <summary>Table of the tracks; it has the columns of <see cref="Chart.Panels"/> and <see cref="Time"/> too.</summary>
    public required string Tracks { get; init; }

    /// <summary>Columns of the tracks, hertz; an empty cell is a gap.</summary>
    public required IReadOnlyList<string> Lines { get; init; }
}
