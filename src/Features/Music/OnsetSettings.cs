using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>How the rise of a spectrum is measured.</summary>
public sealed record OnsetSettings
{
    private const int MostLag = 1024;

    public required MelSettings Mel { get; init; }

    public required DecibelSettings Decibels { get; init; }

    /// <summary>Frames between the two that are compared.</summary>
    public required int LagFrames { get; init; }

    public required BandAggregate Aggregate { get; init; }

    /// <summary>librosa.onset.onset_strength's values: 128 bands, one frame of lag, mean over bands.</summary>
    public static OnsetSettings Librosa(Framing framing) =>
        new()
        {
            Mel = MusicFraming.Mel(framing),
            Decibels = DecibelSettings.Librosa,
            LagFrames = 1,
            Aggregate = BandAggregate.Mean,
        };

    internal void Check()
    {
        if (LagFrames is < 1 or > MostLag)
        {
            throw new SettingsException($"Frames are compared over a lag of {LagFrames}: 1 to {MostLag} frames are needed.");
        }
    }
}

/// <summary>What stands for all bands.</summary>
public enum BandAggregate
{
    Mean,

    /// <summary>A rise in fewer than half of the bands counts as none: steadier where voices slide.</summary>
    Median,
}
