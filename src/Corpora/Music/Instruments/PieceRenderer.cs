using Research.Data;
using Research.Data.Music;
using Research.Numerics;

namespace Research.Corpora.Music.Instruments;

/// <summary>Plays notes: drums on our drum kit, everything else on our piano, whatever instrument a file asks for.</summary>
/// <remarks>
/// Deterministic: the same notes and settings give the same bits. Notes are added in their order. Nothing is levelled or cut at full scale: loudness is part of
/// the music. A piece that loud chords take beyond ±1 stays so.
/// </remarks>
public static class PieceRenderer
{
    /// <summary>Plays a piece from its start.</summary>
    public static Waveform Render(MidiPiece piece, RenderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return Render(piece.Notes, piece.Seconds, settings);
    }

    /// <param name="notes">In order of their starts.</param>
    /// <param name="seconds">Length of the piece.</param>
    /// <exception cref="ResearchException">The settings ask for no sound, or for more than memory should hold.</exception>
    public static Waveform Render(IReadOnlyList<Note> notes, double seconds, RenderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(notes);
        var track = new double[SamplesOf(seconds, settings)];
        var piano = new Piano(settings.SampleRateHz);
        var drums = new DrumKit(settings.SampleRateHz);
        foreach (Note note in notes)
        {
            int start = (int)Math.Min(track.Length, Math.Round(note.StartSeconds * settings.SampleRateHz));
            Span<double> place = track.AsSpan(start);
            if (note.IsDrum)
            {
                drums.Add(place, note.Key, note.Velocity);
            }
            else
            {
                piano.Add(place, note.Key, note.Velocity, note.EndSeconds - note.StartSeconds);
            }
        }

        return new Waveform(track, settings.SampleRateHz);
    }

    private static int SamplesOf(double seconds, RenderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        double samples = Math.Ceiling(Math.Min(seconds + settings.TailSeconds, settings.LongestSeconds) * settings.SampleRateHz);
        return settings.SampleRateHz is > 0 and <= Waveform.HighestRateHz && samples is >= 1 and <= Waveform.MostSamples
            ? (int)samples
            : throw new ResearchException(
                FormattableString.Invariant(
                    $"{settings.LongestSeconds} s at most of a piece of {seconds} s with a tail of {settings.TailSeconds} s at {settings.SampleRateHz} Hz are {samples} samples; 1 to {Waveform.MostSamples} can be rendered."
                )
            );
    }
}
