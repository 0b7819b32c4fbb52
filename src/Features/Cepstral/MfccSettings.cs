using Research.Features.Spectral;

namespace Research.Features.Cepstral;

/// <summary>Mel-frequency cepstral coefficients.</summary>
public sealed record MfccSettings
{
    /// <summary>The bands.</summary>
    public required MelSettings Mel { get; init; }

    /// <summary>From power to decibels.</summary>
    public required DecibelSettings Decibels { get; init; }

    /// <summary>How many coefficients are kept, the zeroth (level) first.</summary>
    public required int Coefficients { get; init; }

    /// <summary>librosa's values for those frames; the transform has the window's length.</summary>
    public static MfccSettings Librosa(int sampleRateHz, int windowSamples, int hopSamples, int coefficients) =>
        new()
        {
            Mel = MelSettings.Librosa(sampleRateHz, windowSamples, hopSamples),
            Decibels = DecibelSettings.Librosa,
            Coefficients = coefficients,
        };
}
