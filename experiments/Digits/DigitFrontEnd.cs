using Research.Features.Sampling;

namespace Research.Experiments.Digits;

/// <summary>From any recording to the frames that the digit models learned from: their sample rate, then MFCC.</summary>
/// <param name="Rate">The rate of the recordings that they learned from.</param>
/// <param name="Frames">As in the training.</param>
internal sealed record DigitFrontEnd(RateSettings Rate, MfccFrames Frames)
{
    /// <summary>8 kHz, as FSDD and the embedded digits have it.</summary>
    public static DigitFrontEnd Telephone(MfccFrames frames) => new(RateSettings.To(8000), frames);

    /// <summary>Shape [frames, coefficients].</summary>
    public Matrix Of(Waveform waveform) => Frames.Of(RateChange.Of(waveform, Rate));
}
