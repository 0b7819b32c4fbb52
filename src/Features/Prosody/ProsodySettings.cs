using Research.Features.Sampling;
using Research.Features.Voice;

namespace Research.Features.Prosody;

/// <summary>How an utterance is looked at: its rate, its pitch, its frames, and what counts as speech in it.</summary>
public sealed record ProsodySettings
{
    /// <summary>The rate to which every recording is brought.</summary>
    public required RateSettings Rate { get; init; }

    /// <summary>Pitch; its frames are the frames of everything else.</summary>
    public required PitchSettings Pitch { get; init; }

    /// <summary>Samples of a frame's spectrum, seconds.</summary>
    public required double WindowSeconds { get; init; }

    /// <summary>Frames that are so far below the loud ones (their 95th percentile) are silence, decibels.</summary>
    public required double SilenceDecibels { get; init; }

    /// <summary>16 kHz, pitch from 75 to 600 Hz every 10 ms, 25 ms, 30 dB.</summary>
    public static ProsodySettings Standard { get; } =
        new()
        {
            Rate = RateSettings.To(16_000),
            Pitch = PitchSettings.Praat with { StepSeconds = 0.01, CeilingHz = 600 },
            WindowSeconds = 0.025,
            SilenceDecibels = 30,
        };
}
