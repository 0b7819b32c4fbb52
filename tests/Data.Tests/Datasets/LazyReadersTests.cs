using System.IO.Compression;
using Research.Data.Audio;
using Research.Data.Datasets;

namespace Research.Data.Tests.Datasets;

/// <summary>Opening a dataset for its labels decodes no audio.</summary>
public class LazyReadersTests
{
    public static TheoryData<string, string, string> Files =>
        new()
        {
            { "fsdd", "recordings/7_jackson_32.wav", "7" },
            { "ntua-digits", "digits/eight11.wav", "8" },
            { "ntua-phrases", "onetwothree1.wav", "one two three" },
            { "emodb", "wav/03a01Fa.wav", "happiness" },
            { "emodb-4", "wav/03a01Wa.wav", "anger" },
            { "nemo-1057", "samples/EB0_surprised_12.wav", "surprise" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void Labels_open_where_a_file_is_garbage_and_its_waveform_names_the_file(string id, string file, string label)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "garbage");
        var dataset = (PinnedDataset)DatasetCatalog.In(typeof(Fsdd).Assembly).Single(card => card.Dataset.Id == id).Dataset;
        var data = new Dataset(id, "1", "", Synthetic: false, dataset.Read(folder.Path));
        Assert.Equal([label], data.Labels);
        RecordingException error = Assert.Throws<RecordingException>(() => data.Items[0].Waveform);
        Assert.Contains(Path.GetFileName(file), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_open_where_a_recording_in_an_archive_is_garbage()
    {
        using var folder = new TemporaryFolder();
        using (ZipArchive zip = ZipFile.Open(Path.Combine(folder.Path, "female.zip"), ZipArchiveMode.Create))
        {
            using Stream entry = zip.CreateEntry("female/F01A01.wav").Open();
            entry.Write("garbage"u8);
        }

        Item item = Assert.Single(Shemo.Read(folder.Path));
        Assert.Equal("anger", item.Label);
        RecordingException error = Assert.Throws<RecordingException>(() => item.Waveform);
        Assert.Contains("female/F01A01.wav", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_that_inflates_beyond_any_bound_is_refused_before_it_does()
    {
        using var folder = new TemporaryFolder();
        using (ZipArchive zip = ZipFile.Open(Path.Combine(folder.Path, "female.zip"), ZipArchiveMode.Create))
        {
            using Stream entry = zip.CreateEntry("female/F01A01.wav", CompressionLevel.Fastest).Open();
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 257; i++)
            {
                entry.Write(zeros);
            }
        }

        Item item = Assert.Single(Shemo.Read(folder.Path));
        long before = GC.GetAllocatedBytesForCurrentThread();
        RecordingException error = Assert.Throws<RecordingException>(() => item.Waveform);
        Assert.Contains("female/F01A01.wav inflates to 269484032 bytes", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }
}
