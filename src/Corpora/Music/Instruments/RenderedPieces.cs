using Research.Data;
using Research.Data.Music;
using Research.Numerics;

namespace Research.Corpora.Music.Instruments;

/// <summary>A dataset of pieces, played: its items hold waveforms instead of notes.</summary>
public static class RenderedPieces
{
    /// <param name="pieces">Its items hold notes, as <see cref="MidiPiece.ToMatrix"/> has them.</param>
    /// <param name="settings">Part of the code that a target depends on where they are written out.</param>
    public static PinnedDataset Of(PinnedDataset pieces, RenderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        return new(pieces.Id, folder => [.. pieces.Read(folder).Select(item => Play(item, settings))]);
    }

    private static Item Play(Item item, RenderSettings settings) =>
        item with
        {
            Content = new WaveformContent(() => Render(item, settings)),
        };

    private static Waveform Render(Item item, RenderSettings settings)
    {
        IReadOnlyList<Note> notes = MidiPiece.NotesOf(item.Matrix);
        return notes.Count > 0
            ? PieceRenderer.Render(notes, notes.Max(note => note.EndSeconds), settings)
            : throw new ResearchException($"'{item.Id}' has no note, so there is nothing to play; leave it out.");
    }
}
