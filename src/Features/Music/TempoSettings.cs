using Research.Numerics;

namespace Research.Features.Music;

/// <summary>How a tempo is found: which are likely, and over how long onsets must repeat.</summary>
public sealed record TempoSettings
{
    /// <summary>The likeliest tempo, beats a minute.</summary>
    public required double LikelyTempo { get; init; }

    /// <summary>Deviation of the bell over tempos, octaves.</summary>
    public required double SpreadOctaves { get; init; }

    /// <summary>Only tempos below this are found, beats a minute; null for no limit.</summary>
    public required double? HighestTempo { get; init; }

    /// <summary>Length of the tempogram's window, seconds.</summary>
    public required double SpanSeconds { get; init; }

    /// <summary>librosa.feature.tempo's values: a bell an octave wide about 120 beats a minute, below 320, over 8 s.</summary>
    public static TempoSettings Librosa { get; } =
        new()
        {
            LikelyTempo = 120,
            SpreadOctaves = 1,
            HighestTempo = 320,
            SpanSeconds = 8,
        };

    internal void Check()
    {
        bool valid =
            LikelyTempo > 0
            && double.IsFinite(LikelyTempo)
            && SpreadOctaves > 0
            && (HighestTempo is null or > 0)
            && SpanSeconds > 0
            && double.IsFinite(SpanSeconds);
        if (!valid)
        {
            throw new SettingsException(
                FormattableString.Invariant(
                    $"Tempos about {LikelyTempo} beats a minute, {SpreadOctaves} octaves wide, below {HighestTempo}, over {SpanSeconds} s: each must be above 0 and finite."
                )
            );
        }
    }
}
