using System.IO.Compression;
using Research.Data.Audio;
using Research.Data.Datasets;
using Research.Data.Tests.Audio;
using Research.Data.Tests.Audio.Wav;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Datasets;

public class EmotionReadersTests
{
    private static readonly ItemContent Any = new WaveformContent(new Waveform([0], 16_000));

    [Fact]
    public void Names_become_emotions_speakers_and_parts()
    {
        Assert.Equal(new Item("03a01Fa", "happiness", "03", Subset.Train, Any), EmoDb.Parse("03a01Fa", Any));
        Assert.Equal(new Item("16b10Wb", "anger", "16", Subset.Test, Any), EmoDb.Parse("16b10Wb", Any));
        Assert.Equal(new Item("EB0_surprised_12", "surprise", "EB0", null, Any), Nemo1057.Parse("EB0_surprised_12", Any));
        Assert.Equal(new Item("F01A01", "anger", "F01", null, Any), Shemo.Parse("F01A01", Any));
        Assert.Equal("M56", Shemo.Parse("M56W123", Any).Group);
    }

    [Theory]
    [InlineData("3a01Fa")]
    [InlineData("03a01Xa")]
    [InlineData("03a01Faa")]
    public void Other_names_are_refused_by_emo_db(string name) => Assert.Throws<ResearchException>(() => EmoDb.Parse(name, Any));

    [Theory]
    [InlineData("EB0_anger")]
    [InlineData("EB0_rage_1")]
    [InlineData("_anger_1")]
    public void Other_names_are_refused_by_nemo(string name) => Assert.Throws<ResearchException>(() => Nemo1057.Parse(name, Any));

    [Theory]
    [InlineData("X01A01")]
    [InlineData("F01Q01")]
    [InlineData("F0xA01")]
    [InlineData("F01A")]
    public void Other_names_are_refused_by_shemo(string name) => Assert.Throws<ResearchException>(() => Shemo.Parse(name, Any));

    [Fact]
    public void Shemos_archives_are_read_packed_in_order_of_the_names()
    {
        using var folder = new TemporaryFolder();
        byte[] wav = WavBuilder.File(WavBuilder.Format(1, 1, 44_100, 16), [0, 64, 0, 32]);
        foreach (
            (string archive, string[] names) in new[]
            {
                ("male.zip", new[] { "male/M02S01.wav" }),
                ("female.zip", ["female/F03N02.wav", "female/F01A01.wav"]),
            }
        )
        {
            using ZipArchive zip = ZipFile.Open(Path.Combine(folder.Path, archive), ZipArchiveMode.Create);
            foreach (string name in names)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(wav);
            }
        }

        IReadOnlyList<Item> items = Shemo.Read(folder.Path);
        Assert.Equal(["F01A01", "F03N02", "M02S01"], items.Select(item => item.Id));
        Assert.Equal([0.5, 0.25], items[0].Waveform.Samples);
        Assert.Equal(44_100, items[2].Waveform.SampleRateHz);
    }

    [Fact]
    public void A_damaged_archive_of_shemo_is_refused_by_its_name()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "male.zip");
        File.WriteAllText(path, "<html>not found</html>");
        Assert.Contains(path, Assert.Throws<RecordingException>(() => Shemo.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    // Counts and durations as the corpora's own papers and notes have them.
    [Fact]
    public void All_recordings_of_emo_db_4_are_read()
    {
        IReadOnlyList<Item> items = EmoDb.Read(RealData.Folder("emodb-4"));
        Assert.Equal(339, items.Count);
        Assert.Equal([("anger", 127), ("happiness", 71), ("neutral", 79), ("sadness", 62)], Counts(items));
        Assert.Equal(10, items.Select(item => item.Group).Distinct().Count());
        Assert.Equal(953.7, items.Sum(item => item.Waveform.DurationSeconds), 0.05);
        Assert.All(items, item => Assert.Equal(16_000, item.Waveform.SampleRateHz));
    }

    [Fact]
    public void All_recordings_of_nemo_1057_are_read()
    {
        IReadOnlyList<Item> items = Nemo1057.Read(RealData.Folder("nemo-1057"));
        Assert.Equal(1057, items.Count);
        Assert.Equal(
            [("anger", 180), ("fear", 177), ("happiness", 180), ("neutral", 180), ("sadness", 180), ("surprise", 160)],
            Counts(items)
        );
        Assert.Equal(9, items.Select(item => item.Group).Distinct().Count());
        Assert.All(items, item => Assert.Equal(24_000, item.Waveform.SampleRateHz));
    }

    private static (string?, int)[] Counts(IEnumerable<Item> items) =>
        [
            .. items
                .GroupBy(item => item.Label)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, group.Count())),
        ];
}
