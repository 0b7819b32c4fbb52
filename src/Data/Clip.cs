using System.Collections.ObjectModel;

namespace Research.Data;

/// <summary>One labelled recording.</summary>
/// <param name="Name">File name without extension; unique in its dataset.</param>
/// <param name="Label">Class, as the study names it.</param>
/// <param name="Speaker">Who speaks; the unit of speaker-independent splits.</param>
/// <param name="Part">Side of the dataset's published split; null where there is none.</param>
/// <param name="Waveform">The signal.</param>
public sealed record Clip(string Name, string Label, string Speaker, Part? Part, Waveform Waveform)
{
    /// <summary>What is known of its stretches, in order of time; nothing for most recordings.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>What is known of the whole, by name, such as valence.</summary>
    public IReadOnlyDictionary<string, double> Traits { get; init; } = ReadOnlyDictionary<string, double>.Empty;
}

/// <summary>The sides of a published split.</summary>
public enum Part
{
    Train,
    Test,
}
