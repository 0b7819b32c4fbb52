using NAudio.Midi;
using Research.Data.Music;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Music;

public class MidiReaderTests
{
    // 100 ticks a quarter note of 500,000 µs, so 5 ms a tick.
    private const int Division = 100;

    [Fact]
    public void A_note_lasts_from_its_stroke_to_its_release()
    {
        MidiPiece piece = Read([100, 0x90, 60, 90, 50, 0x80, 60, 0]);
        Assert.Equal(new Note(0.5, 0.75, 60, 90, 0, false), Assert.Single(piece.Notes));
        Assert.Equal(0.75, piece.Seconds);
        Assert.Equal([0, 0.5], piece.Beats);
    }

    [Fact]
    public void Running_status_and_velocity_0_release_too() =>
        Assert.Equal([(0.0, 0.5), (0.25, 0.5)], Times(Read([0, 0x90, 60, 90, 50, 64, 80, 50, 60, 0, 0, 64, 0])));

    [Fact]
    public void The_pedal_holds_what_was_released_until_it_rises_or_the_key_is_struck_again()
    {
        byte[] track =
        [
            0,
            0xB0,
            64,
            127,
            0,
            0x90,
            60,
            90,
            0,
            62,
            90,
            20,
            60,
            0,
            0,
            62,
            0,
            20,
            60,
            80,
            20,
            60,
            0,
            40,
            0xB0,
            64,
            0,
        ];
        Assert.Equal([(0.0, 0.2), (0.0, 0.5), (0.2, 0.5)], Times(Read(track)));
    }

    [Fact]
    public void A_key_that_is_struck_twice_at_once_is_struck_once() =>
        Assert.Equal([(0.0, 0.1)], Times(Read([0, 0x90, 60, 90, 0, 60, 80, 20, 60, 0])));

    [Fact]
    public void The_pedal_of_another_channel_holds_nothing() =>
        Assert.Equal([(0.0, 0.1)], Times(Read([0, 0xB1, 64, 127, 0, 0x90, 60, 90, 20, 60, 0, 40, 0xB1, 64, 0])));

    [Fact]
    public void What_is_never_released_ends_with_the_piece() =>
        Assert.Equal([(0.0, 1.0)], Times(Read([0, 0x90, 60, 90, 0x81, 0x48, 0xB0, 7, 100])));

    [Fact]
    public void Programs_and_drums_are_known_by_their_channels()
    {
        MidiPiece piece = Read([0, 0xC1, 40, 0, 0x91, 60, 90, 0, 0x99, 36, 100, 10, 0x81, 60, 0, 0, 0x89, 36, 0]);
        Assert.Equal([(40, false), (0, true)], piece.Notes.Select(note => (note.Program, note.IsDrum)));
    }

    [Fact]
    public void A_tempo_in_one_track_counts_for_all()
    {
        byte[] tempo = [.. MidiBuilder.Tempo(1_000_000), 100, 0xFF, 0x51, 3, 3, 0xD0, 0x90]; // 250,000 µs after a quarter
        byte[] notes = [50, 0x90, 60, 90, 100, 60, 0];
        MidiPiece piece = MidiReader.Parse(MidiBuilder.File(Division, tempo, notes), "a.mid");
        Assert.Equal([(0.5, 1.125)], Times(piece));
        Assert.Equal([0, 1], piece.Beats);
    }

    [Fact]
    public void Frames_of_film_are_counted_without_a_tempo()
    {
        byte[] file = MidiBuilder.File(0xE728, [.. MidiBuilder.Tempo(1_000_000), 100, 0x90, 60, 90, 100, 60, 0]); // 25 frames of 40
        MidiPiece piece = MidiReader.Parse(file, "a.mid");
        Assert.Equal([(0.1, 0.2)], Times(piece));
        Assert.Empty(piece.Beats);
    }

    [Fact]
    public void Other_events_and_chunks_are_passed_over()
    {
        byte[] track = [0, 0xF0, 2, 1, 0xF7, 0, 0xFF, 3, 2, 65, 66, 0, 0xE0, 0, 64, 0, 0xD0, 5, 0, 0x90, 60, 90, 20, 60, 0];
        byte[] file = MidiBuilder.File(Division, track);
        byte[] other = [.. "XFIH"u8, 0, 0, 0, 1, 9];
        Assert.Equal([(0.0, 0.1)], Times(MidiReader.Parse([.. file[..14], .. other, .. file[14..], 1, 2, 3], "a.mid")));
    }

    [Fact]
    public void Notes_come_back_from_their_numbers()
    {
        MidiPiece piece = Read([0, 0x90, 60, 90, 0, 0x99, 36, 100, 10, 0x80, 60, 0]);
        Assert.Equal(piece.Notes, MidiPiece.NotesOf(piece.ToMatrix()));
        Assert.Throws<ResearchException>(() => MidiPiece.NotesOf(new Matrix(1, 5)));
    }

    [Fact]
    public void What_is_no_such_file_is_refused_in_a_sentence()
    {
        byte[] good = MidiBuilder.File(Division, [0, 0x90, 60, 90, 20, 60, 0]);
        Refused([], "does not begin with MThd");
        Refused([.. "RIFF"u8, .. good[4..]], "does not begin with MThd");
        Refused([.. good[..9], 2, .. good[10..]], "has the format 2");
        Refused([.. good[..11], 0, .. good[12..]], "with 0 tracks");
        Refused([.. good[..12], 0, 0, .. good[14..]], "counts time by 0");
        Refused(good[..^1], "has a chunk of 11 bytes at 14, of which 10 are there");
        Refused([.. good[..11], 2, .. good[12..]], "ends after 1 of its 2 tracks");
        RefusedTrack([0, 60], "track 1 has an event without a status (byte 23");
        RefusedTrack([0, 0x90, 60, 200], "has the value 200 where at most 127 is possible");
        RefusedTrack([0, 0xF8], "has the status 248");
        RefusedTrack([0, 0xFF, 3, 100, 1], "has an event of 100 bytes, of which 5 are there");
        RefusedTrack([0x81, 0x81, 0x81, 0x81, 0], "has a number of more than four bytes");
        RefusedTrack(MidiBuilder.Tempo(0), "has a tempo of 0");
        RefusedTrack([0xFF, 0xFF, 0xFF, 0x7F, 0x90, 60, 90], "lasts more than 14400 s");
        Assert.Contains(
            "gone.mid",
            Assert.Throws<ResearchException>(() => MidiReader.Read("gone.mid")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Mutated_files_are_read_or_refused_soon_and_in_little_memory()
    {
        byte[] notes =
        [
            .. Enumerable.Range(0, 40).SelectMany(i => new byte[] { 10, 0x90, (byte)(40 + i), 90, 10, (byte)(40 + i), 0 }),
        ];
        MutatedBytes
            .Of(MidiBuilder.File(Division, MidiBuilder.Tempo(400_000), notes))
            .HoldsFor(
                400,
                file =>
                    HostileInput.IsReadOrRefused(
                        () => MidiReader.Parse(file, "a.mid"),
                        (16 << 20) + (1000L * file.Length),
                        error => error is ResearchException
                    )
            );
    }

    // The oracle is NAudio.Midi: each stroke of a key, its time by the file's tempos, and its key.
    [Theory]
    [InlineData("vgmidi")]
    [InlineData("emopia-midi")]
    [InlineData("memomusic-midi")]
    [InlineData("groove-midi")]
    public void Strokes_are_those_that_another_library_reads(string id)
    {
        string[] files = Directory.GetFiles(RealData.Folder(id), "*.mid", SearchOption.AllDirectories);
        foreach (string file in files.Order(StringComparer.Ordinal).Where((_, i) => i % 5 == 0))
        {
            (double, int)[] expected = [.. Strokes(file).Distinct().Order()];
            (double, int)[] read =
            [
                .. MidiReader.Read(file).Notes.Select(note => (Rounded(note.StartSeconds), note.Key)).Distinct().Order(),
            ];
            Assert.True(expected.SequenceEqual(read), $"{file}: {read.Length} strokes, {expected.Length} by the library");
        }
    }

    private static IEnumerable<(double, int)> Strokes(string path)
    {
        var file = new MidiFile(path, false);
        var tempos = file.Events.SelectMany(track => track).OfType<TempoEvent>().OrderBy(one => one.AbsoluteTime).ToList();
        foreach (
            NoteOnEvent note in file.Events.SelectMany(track => track).OfType<NoteOnEvent>().Where(note => note.Velocity > 0)
        )
        {
            (double seconds, long tick, double quarter) = (0, 0, 0.5);
            foreach (TempoEvent tempo in tempos.TakeWhile(tempo => tempo.AbsoluteTime <= note.AbsoluteTime))
            {
                seconds += (tempo.AbsoluteTime - tick) * quarter / file.DeltaTicksPerQuarterNote;
                (tick, quarter) = (tempo.AbsoluteTime, tempo.MicrosecondsPerQuarterNote / 1e6);
            }

            seconds += (note.AbsoluteTime - tick) * quarter / file.DeltaTicksPerQuarterNote;
            yield return (Rounded(seconds), note.NoteNumber);
        }
    }

    private static double Rounded(double seconds) => Math.Round(seconds + 1e-9, 6); // half a microsecond is a usual time

    private static IEnumerable<(double, double)> Times(MidiPiece piece) =>
        piece.Notes.Select(note => (Rounded(note.StartSeconds), Rounded(note.EndSeconds)));

    private static MidiPiece Read(byte[] track) => MidiReader.Parse(MidiBuilder.File(Division, track), "a.mid");

    private static void RefusedTrack(byte[] track, string words) => Refused(MidiBuilder.File(Division, track), words);

    private static void Refused(byte[] file, string words)
    {
        string message = Assert.Throws<ResearchException>(() => MidiReader.Parse(file, "a.mid")).Message;
        Assert.StartsWith("a.mid: ", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
    }
}
