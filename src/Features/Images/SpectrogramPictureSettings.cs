using Research.Features.Spectral;

namespace Research.Features.Images;

/// <summary>How a recording is drawn.</summary>
public sealed record SpectrogramPictureSettings
{
    /// <summary>Seconds of the beginning; a shorter recording is followed by silence.</summary>
    public required double Seconds { get; init; }

    /// <summary>Rate that a recording is brought to first.</summary>
    public required int SampleRateHz { get; init; }

    public required MelSettings Mel { get; init; }

    /// <summary>How far below the loudest value is drawn; everything lower is black.</summary>
    public required double RangeDecibels { get; init; }

    /// <summary>The film study's: 10 s at 8 kHz, 128 bands up to 8 kHz, so that those above 4 kHz are empty; 157 frames.</summary>
    public static SpectrogramPictureSettings Film =>
        new()
        {
            Seconds = 10,
            SampleRateHz = 8_000,
            Mel = MelSettings.Librosa(8_000, 2_048, 512) with { HighestHz = 8_000 },
            RangeDecibels = 80,
        };
}
