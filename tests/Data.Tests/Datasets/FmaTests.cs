using System.IO.Compression;
using System.Text;
using Research.Data.Audio;
using Research.Data.Datasets;
using Research.Numerics;

namespace Research.Data.Tests.Datasets;

/// <summary>Archives of our own in the layout of FMA's: the real ones could not be had.</summary>
public sealed class FmaTests : IDisposable
{
    private const string Heading =
        ",album,artist,artist,set,set,track,track\n,title,bio,id,split,subset,genre_top,title\ntrack_id,,,,,,,\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tracks_have_the_genre_artist_and_part_of_the_table_and_come_in_order_of_their_names()
    {
        Write(
            Heading
                + "2,\"A, or \"\"B\"\"\",\"first line\nsecond line\",17,training,small,Hip-Hop,Food\n"
                + "5,C,,17,validation,small,Rock,x\n"
                + "140,D,,18,test,large,,y\n"
                + "999,E,,19,test,large,Jazz,not in the archive\n",
            "fma_small/000/000140.mp3",
            "fma_small/000/000002.mp3",
            "fma_small/000/000005.mp3"
        );
        IReadOnlyList<Item> items = Fma.Read(_folder.Path, "fma_small.zip");
        Assert.Equal(
            [
                ("000002", "Hip-Hop", "17", Subset.Train),
                ("000005", "Rock", "17", Subset.Validation),
                ("000140", null, "18", Subset.Test),
            ],
            items.Select(item => (item.Id, item.Label, item.Group, item.Subset!.Value))
        );
    }

    [Fact]
    public void What_is_no_mp3_is_refused_by_archive_and_name_when_it_is_asked_for()
    {
        Write(Heading + "2,A,,17,training,small,Rock,x\n", "fma_small/000/000002.mp3");
        Item item = Assert.Single(Fma.Read(_folder.Path, "fma_small.zip"));
        RecordingException error = Assert.Throws<RecordingException>(() => item.Waveform);
        Assert.Contains("fma_small.zip: fma_small/000/000002.mp3: is no MPEG audio", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,A,,17,training,small,Rock,x\n", "fma_metadata/tracks.csv, row 4: 'x' is no number of a track")]
    [InlineData("2,A,,17,train,small,Rock,x\n", "row 4: 'train' is none of training, validation, test")]
    [InlineData("2,A,,17\n", "row 4: has 4 cells")]
    [InlineData("2,\"A,,17,training,small,Rock,x\n", "row 4: a quote is opened and not closed")]
    [InlineData("3,A,,17,training,small,Rock,x\n", "fma_small/000/000002.mp3 is no track of fma_metadata.zip")]
    public void A_fault_of_the_table_is_told_with_its_row(string row, string sentence)
    {
        Write(Heading + row, "fma_small/000/000002.mp3");
        ResearchException error = Assert.Throws<ResearchException>(() => Fma.Read(_folder.Path, "fma_small.zip"));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_a_needed_column_is_refused()
    {
        Write(Heading.Replace("split", "half", StringComparison.Ordinal), "fma_small/000/000002.mp3");
        ResearchException error = Assert.Throws<ResearchException>(() => Fma.Read(_folder.Path, "fma_small.zip"));
        Assert.Contains("has no column 'split' under 'set'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_archive_is_refused_by_its_name()
    {
        Write(Heading, "fma_small/000/000002.mp3");
        File.WriteAllText(_folder.File("fma_small.zip"), "<html>moved</html>");
        RecordingException error = Assert.Throws<RecordingException>(() => Fma.Read(_folder.Path, "fma_small.zip"));
        Assert.Contains("fma_small.zip: cannot be read as a zip archive", error.Message, StringComparison.Ordinal);
    }

    private void Write(string table, params string[] sounds)
    {
        Pack("fma_metadata.zip", ("fma_metadata/tracks.csv", table));
        Pack("fma_small.zip", [("fma_small/README.txt", "read me"), .. sounds.Select(name => (name, "no sound"))]);
    }

    private void Pack(string archive, params IEnumerable<(string Name, string Text)> files)
    {
        using ZipArchive zip = ZipFile.Open(_folder.File(archive), ZipArchiveMode.Create);
        foreach ((string name, string text) in files)
        {
            using Stream entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }
    }
}
