using Research.Features.Naming;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>How beats are tracked.</summary>
public sealed record BeatSettings
{
    /// <summary>How onsets are measured.</summary>
    public required OnsetSettings Onset { get; init; }

    /// <summary>How the tempo is found.</summary>
    public required TempoSettings Tempo { get; init; }

    /// <summary>Beats a minute where they are known; null to estimate them.</summary>
    public required double? KnownTempo { get; init; }

    /// <summary>How dearly a beat pays for a distance that is not the tempo's.</summary>
    public required double Tightness { get; init; }

    /// <summary>Which multiple of the estimated tempo is tracked.</summary>
    public required TempoLevel Level { get; init; }

    /// <summary>Where a path of beats may begin and end.</summary>
    public required PathEnds Ends { get; init; }

    /// <summary>Which beats at the ends of the path are left out.</summary>
    public required BeatTrim Trim { get; init; }

    /// <summary>Frames by which onset strength lags behind what begins: taken off each beat.</summary>
    public required int DelayFrames { get; init; }

    /// <summary>librosa.beat.beat_track's values: onset strength by the median over bands, tightness 100, weak ends left out.</summary>
    public static BeatSettings Librosa(Framing framing) =>
        new()
        {
            Onset = OnsetSettings.Librosa(framing) with { Aggregate = BandAggregate.Median },
            Tempo = TempoSettings.Librosa,
            KnownTempo = null,
            Tightness = 100,
            Level = TempoLevel.Estimated,
            Ends = PathEnds.Forced,
            Trim = BeatTrim.Weak,
            DelayFrames = 0,
        };

    /// <summary>Our own values, chosen on generated music: drums and bass count more, the tempo's level is tracked, all beats are given.</summary>
    public static BeatSettings Music(Framing framing) =>
        Librosa(framing) with
        {
            Onset = OnsetSettings.Librosa(framing) with { Rise = OnsetRise.Loudness, BassEmphasis = 16 },
            Tempo = TempoSettings.Librosa with { HighestTempo = 220 },
            Tightness = 300,
            Level = TempoLevel.Tracked,
            Ends = PathEnds.Free,
            Trim = BeatTrim.None,
            DelayFrames = 1,
        };

    /// <summary>Our values for drums alone, chosen on the train part of Groove MIDI: the bass counts more, tempos near 112 beats a minute are likelier, and beats lie more evenly.</summary>
    public static BeatSettings Drums(Framing framing)
    {
        BeatSettings music = Music(framing);
        return music with
        {
            Onset = music.Onset with { BassEmphasis = 64, BassBands = 6 },
            Tempo = music.Tempo with { LikelyTempo = 112, SpreadOctaves = 0.7 },
            Tightness = 600,
        };
    }

    internal void Check()
    {
        if (DelayFrames < 0)
        {
            throw new SettingsException($"Beats {DelayFrames} frames late: at least 0 are needed.");
        }

        if (!(Tightness > 0 && double.IsFinite(Tightness)) || KnownTempo is { } tempo && !(tempo > 0 && double.IsFinite(tempo)))
        {
            throw new SettingsException(
                FormattableString.Invariant(
                    $"Beats with tightness {Tightness} and known tempo {KnownTempo}: each must be above 0 and finite."
                )
            );
        }
    }
}

/// <summary>Which multiple of a tempo is tracked: listeners, and correlations, confuse them.</summary>
public enum TempoLevel
{
    /// <summary>The estimated tempo itself.</summary>
    Estimated,

    /// <summary>The one whose beats collect most: see <see cref="TempoLevels"/>.</summary>
    Tracked,
}

/// <summary>Where a path of beats may begin and end.</summary>
public enum PathEnds
{
    /// <summary>
    /// As librosa: every frame from the first counting score on has a predecessor, however dear; the end is the last local maximum that is at least half the median
    /// one. So the first and last beats may be drawn to the recording's ends.
    /// </summary>
    Forced,

    /// <summary>A path begins where a predecessor would cost more than it has collected, and ends in the best frame of the last beat's length.</summary>
    Free,
}

/// <summary>Which beats are left out.</summary>
public enum BeatTrim
{
    None,

    /// <summary>Those before the first and after the last strong frame: see <see cref="BeatScore.Trimmed"/>.</summary>
    Weak,
}
