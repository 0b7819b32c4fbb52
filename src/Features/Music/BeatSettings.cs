using Research.Features.Naming;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>How beats are tracked.</summary>
public sealed record BeatSettings
{
    public required OnsetSettings Onset { get; init; }

    public required TempoSettings Tempo { get; init; }

    /// <summary>Beats a minute where they are known; null to estimate them.</summary>
    public required double? KnownTempo { get; init; }

    /// <summary>How dearly a beat pays for a distance that is not the tempo's.</summary>
    public required double Tightness { get; init; }

    /// <summary>Whether weak beats before the first and after the last strong one are left out.</summary>
    public required bool Trim { get; init; }

    /// <summary>librosa.beat.beat_track's values: onset strength by the median over bands, tightness 100, weak ends left out.</summary>
    public static BeatSettings Librosa(Framing framing) =>
        new()
        {
            Onset = OnsetSettings.Librosa(framing) with { Aggregate = BandAggregate.Median },
            Tempo = TempoSettings.Librosa,
            KnownTempo = null,
            Tightness = 100,
            Trim = true,
        };

    internal void Check()
    {
        if (!(Tightness > 0 && double.IsFinite(Tightness)) || KnownTempo is { } tempo && !(tempo > 0 && double.IsFinite(tempo)))
        {
            throw new SettingsException(
                FormattableString.Invariant(
                    $"Beats with tightness {Tightness} and known tempo {KnownTempo}: each must be above 0 and finite."
                )
            );
        }
    }
}
