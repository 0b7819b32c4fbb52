using Research.Data;
using Research.Numerics;

namespace Research.Features.Voice;

/// <summary>How formants are looked for; Praat's names.</summary>
public sealed record FormantSettings
{
    /// <summary>Poles so near either end of the band are no formants, hertz.</summary>
    internal const double MarginHz = 50;

    private const int MostFormants = 100;

    /// <summary>Formants below the ceiling; the predictor has twice as many poles.</summary>
    public required int Formants { get; init; }

    /// <summary>Highest formant, hertz; the signal is resampled to twice this. At most half the sample rate, or F2 and F3 shift.</summary>
    public required double CeilingHz { get; init; }

    /// <summary>Effective length of the Gaussian window, seconds; the window itself is twice as long.</summary>
    public required double WindowSeconds { get; init; }

    /// <summary>Seconds from frame to frame.</summary>
    public required double StepSeconds { get; init; }

    /// <summary>From here on the spectrum is raised by 6 dB an octave, hertz.</summary>
    public required double PreEmphasisHz { get; init; }

    /// <summary>Praat's 'To Formant (burg)' as it stands: five formants, 25 ms, pre-emphasis from 50 Hz, a frame every quarter window.</summary>
    /// <param name="ceilingHz">Praat's advice: 5,500 Hz for women, 5,000 Hz for men.</param>
    public static FormantSettings Praat(double ceilingHz) =>
        new()
        {
            Formants = 5,
            CeilingHz = ceilingHz,
            WindowSeconds = 0.025,
            StepSeconds = 0.025 / 4,
            PreEmphasisHz = 50,
        };

    internal void Check()
    {
        if (
            !(
                Formants is >= 1 and <= MostFormants
                && CeilingHz > 2 * MarginHz
                && CeilingHz <= Waveform.HighestRateHz / 2
                && WindowSeconds > 0
                && StepSeconds > 0
                && PreEmphasisHz >= 0
            )
        )
        {
            throw new SettingsException(
                FormattableString.Invariant(
                    $"{Formants} formants up to {CeilingHz} Hz, window {WindowSeconds} s, step {StepSeconds} s, pre-emphasis from {PreEmphasisHz} Hz: 1 to {MostFormants} formants, a ceiling above {2 * MarginHz} Hz (none is looked for within {MarginHz} Hz of either end) and at most {Waveform.HighestRateHz / 2} Hz, a positive window and step, and pre-emphasis from 0 Hz on are needed."
                )
            );
        }
    }
}
