using Research.Data.Datasets;
using Research.Data.Music;
using Research.Data.Tables;
using Research.Data.Tests.Music;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Datasets;

/// <summary>VGMIDI, EMOPIA, MemoMusic and Groove: tables that name MIDI files.</summary>
public sealed class PieceReadersTests : IDisposable
{
    private static readonly string[] Affect = ["valence", "arousal"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Vgmidi_has_ratings_and_series()
    {
        Write(
            "labels_by_piece.csv",
            "file,valence,arousal",
            "midi/Xeno_PS1_Xenogears_Boss.mid,0.25,-0.5",
            "midi/Other_PC_Warcraft II_Human 1.mid,1,1"
        );
        IReadOnlyList<Item> items = Vgmidi.Read(_folder.Path);
        Assert.Equal(["Warcraft", "Xeno"], items.Select(item => item.Group));
        Assert.Equal("Xeno_PS1_Xenogears_Boss", items[1].Id);
        Assert.Equal([0.25, -0.5], Affect.Select(name => items[1].Targets[name]));
        Write("labels_by_piece.csv", "file,valence,arousal", "midi/Polo_PS1_Polo_Boss.mid,0,0");
        Refused(Vgmidi.Dataset, "labels_by_piece.csv, line 2: the game 'Polo' is of no series");
        Write("labels_by_piece.csv", "file,valence,arousal", "midi/Boss.mid,0,0");
        Refused(Vgmidi.Dataset, "line 2: 'Boss' is not named SERIES_CONSOLE_GAME_PIECE");
    }

    [Fact]
    public void Emopia_has_quadrants_songs_and_parts()
    {
        const string Heading = "file,clip,song,quadrant,arousal,valence,split";
        Write("labels.csv", Heading, "midis/b.mid,Q2_b_0,b,Q2,1,-1,val", "midis/a.mid,Q1_a_0,a,Q1,1,1,");
        IReadOnlyList<Item> items = EmopiaMidi.Read(_folder.Path);
        Assert.Equal(
            [("Q1", "a", null), ("Q2", "b", Subset.Validation)],
            items.Select(item => (item.Label, item.Group, item.Subset))
        );
        Assert.Equal([-1, 1], Affect.Select(name => items[1].Targets[name]));
        Write("labels.csv", Heading, "midis/b.mid,Q5_b_0,b,Q5,1,-1,val");
        Refused(EmopiaMidi.Dataset, "labels.csv, line 2: the quadrant 'Q5' is none of");
    }

    [Fact]
    public void Memo_music_lists_the_pieces_that_have_a_file()
    {
        const string Heading = "type,number,valence,arousal,midi,audio";
        Write("index.csv", Heading, "yanni,48,1,2,,audio/yanni-48.mp3", "pop,1,-3,4,midi/pop-01.mid,");
        Item midi = Assert.Single(MemoMusic.Midi.Read(_folder.Path));
        Item audio = Assert.Single(MemoMusic.Audio.Read(_folder.Path));
        Assert.Equal(("pop-01", "pop"), (midi.Id, midi.Label));
        Assert.Equal([-3, 4], Affect.Select(name => midi.Targets[name]));
        Assert.Equal("yanni-48", audio.Id);
        Write("index.csv", Heading, "jazz,1,-3,4,midi/jazz-01.mid,");
        Refused(MemoMusic.Midi, "index.csv, line 2: the type 'jazz' is none of");
    }

    [Fact]
    public void Groove_has_styles_drummers_and_the_beats_of_the_metronome()
    {
        const string Heading = "drummer,style,bpm,midi_filename,duration,split";
        Write("info.csv", Heading, "drummer1,funk/groove1,120,drummer1/a/1_funk.mid,1.2,validation");
        Item item = Assert.Single(GrooveMidi.Read(_folder.Path));
        Assert.Equal(
            ("drummer1/a/1_funk", "funk", "drummer1", Subset.Validation),
            (item.Id, item.Label, item.Group, item.Subset)
        );
        Assert.Equal([0, 0.5, 1], item.Marks.Select(mark => mark.StartSeconds));
        Write("info.csv", Heading, "drummer1,polka,120,a.mid,1.2,test");
        Refused(GrooveMidi.Dataset, "info.csv, line 2: the style 'polka' at 120");
        Write("info.csv", Heading, "drummer1,rock,0,a.mid,1.2,test");
        Refused(GrooveMidi.Dataset, "info.csv, line 2: the style 'rock' at 0");
    }

    [Fact]
    public void Labels_open_where_a_file_is_garbage_and_its_notes_name_the_file()
    {
        Write("labels.csv", "file,clip,song,quadrant,arousal,valence,split", "midis/b.mid,Q2_b_0,b,Q2,1,-1,val");
        Item item = EmopiaMidi.Read(_folder.Path)[0];
        Assert.Contains("b.mid", Assert.Throws<ResearchException>(() => item.Matrix).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(_folder.File("midis"));
        File.WriteAllBytes(_folder.File("midis/b.mid"), MidiBuilder.File(100, [0, 0x90, 60, 90, 50, 60, 0]));
        Assert.Equal([0, 0.25, 60, 90, 0, 0], item.Matrix.Values.ToArray());
    }

    [Theory]
    [InlineData("vgmidi", 200, 21)]
    [InlineData("emopia-midi", 1078, 387)]
    [InlineData("memomusic-midi", 179, 179)]
    [InlineData("memomusic-audio", 61, 61)]
    [InlineData("groove-midi", 1150, 10)]
    public void All_pieces_are_read(string id, int count, int groups)
    {
        DatasetCard card = DatasetCatalog.In(typeof(Vgmidi).Assembly).Single(card => card.Dataset.Id == id);
        IReadOnlyList<Item> items = ((PinnedDataset)card.Dataset).Read(RealData.Folder(id));
        Assert.Equal((count, groups), (items.Count, items.Select(item => item.Group).Distinct().Count()));
        Assert.All(items, item => Assert.True(item.Content is WaveformContent || item.Matrix.Rows > 0, item.Id));
    }

    // The oracle is a count that another program took from the same files.
    [Theory]
    [InlineData("vgmidi", "labels_by_piece.csv")]
    [InlineData("emopia-midi", "labels.csv")]
    public void Pieces_have_the_notes_that_their_tables_say(string id, string labels)
    {
        string folder = RealData.Folder(id);
        foreach (TextRow row in TextTable.Read(Path.Combine(folder, labels), ',').Rows.Where((_, i) => i % 7 == 0))
        {
            MidiPiece piece = MidiReader.Read(Path.Combine(folder, row["file"]));
            Assert.InRange(row.Whole("notes") - piece.Notes.Count, 0, 5); // keys that are struck twice at once
        }
    }

    [Fact]
    public void Grooves_files_have_the_metronomes_tempo()
    {
        string folder = RealData.Folder("groove-midi");
        foreach (Item item in GrooveMidi.Read(folder).Where((_, i) => i % 10 == 0))
        {
            IReadOnlyList<double> beats = MidiReader.Read(Path.Combine(folder, item.Id + ".mid")).Beats;
            Assert.All(beats.Zip(item.Marks), pair => Assert.Equal(pair.Second.StartSeconds, pair.First, 0.01));
        }
    }

    [Fact]
    public void Memo_musics_recordings_decode()
    {
        foreach (Item item in MemoMusic.Audio.Read(RealData.Folder("memomusic-audio")).Where((_, i) => i % 10 == 0))
        {
            Assert.Equal(15, item.Waveform.DurationSeconds, 0.6);
        }
    }

    private void Write(string file, params string[] lines) => File.WriteAllLines(_folder.File(file), lines);

    private void Refused(PinnedDataset dataset, string words)
    {
        string message = Assert.Throws<ResearchException>(() => dataset.Read(_folder.Path)).Message;
        Assert.Contains(words, message, StringComparison.Ordinal);
    }
}
