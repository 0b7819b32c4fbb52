using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>How power is folded into twelve pitch classes.</summary>
public sealed record ChromaSettings
{
    /// <summary>How frames are cut and transformed.</summary>
    public required StftSettings Stft { get; init; }

    /// <summary>How far A lies from 440 Hz, semitones, -0.5 to 0.5; null to estimate it from the recording.</summary>
    public required double? Tuning { get; init; }

    /// <summary>The octave that counts most, in octaves above 27.5 Hz.</summary>
    public required double CentreOctave { get; init; }

    /// <summary>Deviation of the bell over octaves; null to count all octaves alike.</summary>
    public required double? OctaveWidth { get; init; }

    /// <summary>librosa's values: periodic Hann, zero padding, tuning estimated, a bell two octaves wide about 880 Hz.</summary>
    public static ChromaSettings Librosa(Framing framing) =>
        new()
        {
            Stft = MusicFraming.Mel(framing).Stft,
            Tuning = null,
            CentreOctave = 5,
            OctaveWidth = 2,
        };

    internal void Check()
    {
        Stft.Check();
        bool valid = double.IsFinite(CentreOctave) && (OctaveWidth is null or > 0) && (Tuning is null or (>= -0.5 and <= 0.5));
        if (Stft.FftLength < 2 || !valid)
        {
            throw new SettingsException(
                FormattableString.Invariant(
                    $"Chroma of {Stft.FftLength} points, tuning {Tuning}, centre octave {CentreOctave}, octave width {OctaveWidth}: "
                ) + "at least 2 points, a tuning of -0.5 to 0.5 semitones, a finite centre and a width above 0 are needed."
            );
        }
    }
}
