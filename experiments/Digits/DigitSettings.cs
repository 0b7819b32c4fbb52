using Research.Features.Spectral;

namespace Research.Experiments.Digits;

/// <summary>What several of the study's experiments share: its documents, splits, frames and model settings.</summary>
internal static class DigitSettings
{
    public const string First = "digits-1";
    public const string Second = "digits-2";

    /// <summary>Both documents validate on a fifth of the published training part.</summary>
    public static Protocol Published => new PublishedSplit { Validation = Holdout.Stratified(0.2, "digits/validation") };

    /// <summary>librosa before 0.9 mirrored the signal at its ends, and the course's figures come from there.</summary>
    public static MfccFrames Reflected => MfccFrames.Reported(13) with { Padding = Padding.Reflection };

    /// <summary>digits-1 left the transform's length at librosa's 2,048 points.</summary>
    public static MfccFrames Digits1Frames => Reflected with { FftLength = 2048 };

    public static HmmSettings Hmm { get; } = HmmSettings.Course(4, 5);

    public static ulong[] FiveSeeds => [1, 2, 3, 4, 5];
}
