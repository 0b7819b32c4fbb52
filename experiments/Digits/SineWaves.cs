namespace Research.Experiments.Digits;

/// <summary>Sequences of points of a sine over one period, and how they are split.</summary>
internal sealed record SineWaves
{
    public required int Sequences { get; init; }

    /// <summary>Points of each sequence.</summary>
    public required int Points { get; init; }

    public required double TestFraction { get; init; }

    /// <summary>Of the sequences that are not tested.</summary>
    public required double ValidationFraction { get; init; }
}
