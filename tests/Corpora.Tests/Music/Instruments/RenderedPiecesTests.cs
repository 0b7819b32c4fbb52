using Research.Corpora.Music.Instruments;
using Research.Data;
using Research.Data.Music;
using Research.Numerics;

namespace Research.Corpora.Tests.Music.Instruments;

public class RenderedPiecesTests
{
    private static readonly RenderSettings Settings = new()
    {
        SampleRateHz = 8000,
        LongestSeconds = 10,
        TailSeconds = 0.5,
    };

    [Fact]
    public void Items_keep_what_is_known_of_them_and_hold_waveforms()
    {
        Note note = new(0, 1, 60, 90, 0, false);
        var notes = new MidiPiece([note], 1, []);
        Item played = Assert.Single(Rendered(notes));
        Assert.Equal(("a", "g", 0.5), (played.Id, played.Group, played.Targets["valence"]));
        Assert.Equal(PieceRenderer.Render([note], 1, Settings).Samples, played.Waveform.Samples);
    }

    [Fact]
    public void A_piece_without_notes_is_named_when_it_is_to_be_heard()
    {
        Item silent = Assert.Single(Rendered(new MidiPiece([], 1, [])));
        Assert.Contains(
            "'a' has no note",
            Assert.Throws<ResearchException>(() => silent.Waveform).Message,
            StringComparison.Ordinal
        );
    }

    private static IReadOnlyList<Item> Rendered(MidiPiece piece)
    {
        var item = new Item("a", null, "g", null, new MatrixContent(piece.ToMatrix()))
        {
            Targets = new Dictionary<string, double> { ["valence"] = 0.5 },
        };
        return RenderedPieces.Of(new PinnedDataset("pieces", _ => [item]), Settings).Read("");
    }
}
