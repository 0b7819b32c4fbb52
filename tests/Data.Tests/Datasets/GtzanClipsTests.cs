using Research.Data.Audio;
using Research.Data.Audio.Wav;
using Research.Data.Datasets;
using Research.Tests;

namespace Research.Data.Tests.Datasets;

public class GtzanClipsTests
{
    [Fact]
    public void Recordings_of_all_genres_are_listed_by_name()
    {
        using var folder = new TemporaryFolder();
        GtzanFolder.WriteSplits(folder.Path);
        foreach (string clip in new[] { "metal/metal.00040", "blues/blues.00002" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(clip))!);
            WavWriter.Write(folder.File(clip + ".wav"), new Waveform([0, 0.5], 16_000));
        }

        IReadOnlyList<Item> items = GtzanClips.Read(folder.Path);
        Assert.Equal(["blues.00002", "metal.00040"], items.Select(item => item.Id));
        Assert.Equal([Subset.Validation, Subset.Test], items.Select(item => item.Subset));
        Assert.Equal(0.5, items[0].Waveform.Samples[1], 1e-4);
    }

    [Fact]
    public void All_499_recordings_last_two_seconds()
    {
        IReadOnlyList<Item> items = GtzanClips.Read(RealData.Folder("gtzan-clips"));
        Assert.Equal(499, items.Count);
        Assert.All(items.CountBy(item => item.Label!), count => Assert.Equal(count.Key == "classical" ? 49 : 50, count.Value));
        Assert.All(items, item => Assert.Equal((32_000, 16_000), (item.Waveform.Samples.Length, item.Waveform.SampleRateHz)));
    }
}
