using Research.Numerics;

namespace Research.Features.Voice;

/// <summary>How pitch is looked for; Boersma's names.</summary>
public sealed record PitchSettings
{
    /// <summary>Seconds from frame to frame.</summary>
    public required double StepSeconds { get; init; }

    /// <summary>Lowest pitch, hertz; three of its periods are a window.</summary>
    public required double FloorHz { get; init; }

    /// <summary>Pitches from here on count as unvoiced, hertz.</summary>
    public required double CeilingHz { get; init; }

    /// <summary>Candidates a frame at most, the unvoiced one among them.</summary>
    public required int Candidates { get; init; }

    /// <summary>Frames whose peak is below this share of the loudest are likely unvoiced.</summary>
    public required double SilenceThreshold { get; init; }

    /// <summary>Strength of the unvoiced candidate.</summary>
    public required double VoicingThreshold { get; init; }

    /// <summary>How much an octave higher is favoured.</summary>
    public required double OctaveCost { get; init; }

    /// <summary>Price of an octave's jump within 10 ms.</summary>
    public required double OctaveJumpCost { get; init; }

    /// <summary>Price of a change between voiced and unvoiced within 10 ms.</summary>
    public required double VoicedUnvoicedCost { get; init; }

    /// <summary>Praat's 'To Pitch (ac)' as it stands: 75 to 500 Hz, a frame every 10 ms.</summary>
    public static PitchSettings Praat { get; } =
        new()
        {
            StepSeconds = 3.0 / 75 / 4, // in Praat's order: the last bit of a frame's time can matter
            FloorHz = 75,
            CeilingHz = 500,
            Candidates = 15,
            SilenceThreshold = 0.03,
            VoicingThreshold = 0.45,
            OctaveCost = 0.01,
            OctaveJumpCost = 0.35,
            VoicedUnvoicedCost = 0.14,
        };

    internal void Check()
    {
        if (!(StepSeconds > 0 && FloorHz > 0 && CeilingHz > FloorHz && Candidates >= 2))
        {
            throw new SettingsException(
                FormattableString.Invariant(
                    $"Pitch from {FloorHz} to {CeilingHz} Hz every {StepSeconds} s with {Candidates} candidates: step and floor must be positive, the ceiling above the floor, the candidates at least two."
                )
            );
        }
    }
}
