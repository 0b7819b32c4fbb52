namespace Research.Results.Charts;

/// <summary>A waveform, as the lowest and the highest sample of each slice of time, and a weight a slice over it.</summary>
public sealed record WaveformChart : Chart
{
    /// <summary>Middle of each slice, seconds.</summary>
    public required string Seconds { get; init; }

    public required string Low { get; init; }

    public required string High { get; init; }

    public required string Weight { get; init; }

    public required string WeightTitle { get; init; }
}
