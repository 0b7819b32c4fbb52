namespace Research.Corpora.Music.Instruments;

/// <summary>How much of a piece is rendered, and at which rate.</summary>
public sealed record RenderSettings
{
    public required int SampleRateHz { get; init; }

    /// <summary>What lies later is left out.</summary>
    public required double LongestSeconds { get; init; }

    /// <summary>What is heard after the piece's last event, for its notes to die away.</summary>
    public required double TailSeconds { get; init; }
}
