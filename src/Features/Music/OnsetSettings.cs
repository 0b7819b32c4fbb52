using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>How the rise of a spectrum is measured.</summary>
public sealed record OnsetSettings
{
    private const int MostLag = 1024;

    /// <summary>The bands that rise.</summary>
    public required MelSettings Mel { get; init; }

    /// <summary>From power to decibels.</summary>
    public required DecibelSettings Decibels { get; init; }

    /// <summary>Frames between the two that are compared.</summary>
    public required int LagFrames { get; init; }

    /// <summary>What stands for all bands.</summary>
    public required BandAggregate Aggregate { get; init; }

    /// <summary>What rises.</summary>
    public required OnsetRise Rise { get; init; }

    /// <summary>How much more the lowest band counts than the highest, for means; 0 for all alike, as librosa.</summary>
    public required double BassEmphasis { get; init; }

    /// <summary>Bands over which the emphasis of the bass falls by a factor of e.</summary>
    public required double BassBands { get; init; }

    /// <summary>librosa.onset.onset_strength's values: 128 bands, one frame of lag, mean over bands.</summary>
    public static OnsetSettings Librosa(Framing framing) =>
        new()
        {
            Mel = MusicFraming.Mel(framing),
            Decibels = DecibelSettings.Librosa,
            LagFrames = 1,
            Aggregate = BandAggregate.Mean,
            Rise = OnsetRise.Decibels,
            BassEmphasis = 0,
            BassBands = 12,
        };

    internal void Check()
    {
        if (LagFrames is < 1 or > MostLag)
        {
            throw new SettingsException($"Frames are compared over a lag of {LagFrames}: 1 to {MostLag} frames are needed.");
        }

        bool weighs = BassEmphasis >= 0 && double.IsFinite(BassEmphasis) && BassBands > 0;
        if (!weighs || (BassEmphasis > 0 && Aggregate == BandAggregate.Median))
        {
            throw new SettingsException(
                FormattableString.Invariant(
                    $"A bass emphasis of {BassEmphasis} over {BassBands} bands with {Aggregate}: at least 0 and finite, above 0, and for means only."
                )
            );
        }
    }
}

/// <summary>What rises.</summary>
public enum OnsetRise
{
    Decibels,

    /// <summary>Loudness as heard, the power to 0.3, over the deviation of the band's rises: loud strokes count more than faint ones, and each band alike.</summary>
    Loudness,
}

/// <summary>What stands for all bands.</summary>
public enum BandAggregate
{
    Mean,

    /// <summary>A rise in fewer than half of the bands counts as none: steadier where voices slide.</summary>
    Median,
}
