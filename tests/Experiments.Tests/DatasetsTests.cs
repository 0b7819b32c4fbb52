using Research.Data;
using Research.Data.Locking;
using Research.Pipeline;
using Research.Pipeline.Files;
using Research.Tests;

namespace Research.Experiments.Tests;

public class DatasetsTests
{
    // The pin of every generated dataset is what every machine must make.
    [Theory]
    [InlineData("synthetic-digits")]
    [InlineData("synthetic-digits-course")]
    [InlineData("synthetic-speech-emotion")]
    [InlineData("synthetic-music")]
    public void A_generated_dataset_has_its_pinned_digest(string id)
    {
        var pins = DatasetLock.Load(Path.Combine(RealData.Repository(), "datasets.lock"));
        Dataset made = Datasets.Generated.Single(dataset => dataset.Id == id).Make();
        Assert.Equal((pins.FindGenerated(id)!.Digest, pins.FindGenerated(id)!.Count), (made.Digest, made.Clips.Count));
        Assert.True(made.Synthetic);
    }

    [Fact]
    public void Every_generated_dataset_is_pinned_and_called_synthetic()
    {
        var pins = DatasetLock.Load(Path.Combine(RealData.Repository(), "datasets.lock"));
        Assert.Equal(Datasets.Generated.Select(dataset => dataset.Id), pins.Generated.Select(entry => entry.Id));
        Assert.All(pins.Generated, entry => Assert.StartsWith("Synthetic", entry.Title, StringComparison.Ordinal));
        Assert.All(pins.Generated, entry => Assert.StartsWith("synthetic-", entry.Id, StringComparison.Ordinal));
    }

    // Marks and traits are stored with the clips, every bit of them.
    [Fact]
    public void A_stored_generated_dataset_reads_back_with_its_truth()
    {
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            ClipFile.Write(folder, TinyLab.Course);
            Dataset back = ClipFile.Read(file => File.OpenRead(Path.Combine(folder, file)));
            Assert.Equal(TinyLab.Course.Digest, back.Digest);
            foreach ((Clip expected, Clip actual) in TinyLab.Course.Clips.Zip(back.Clips))
            {
                Assert.Equal(expected.Waveform.Samples, actual.Waveform.Samples);
                Assert.Equal(expected.Traits, actual.Traits);
                Assert.Equal(expected.Marks.Count, actual.Marks.Count);
                Assert.All(
                    expected.Marks.Zip(actual.Marks),
                    pair =>
                    {
                        Assert.Equal(
                            (pair.First.Label, pair.First.StartSeconds, pair.First.EndSeconds),
                            (pair.Second.Label, pair.Second.StartSeconds, pair.Second.EndSeconds)
                        );
                        Assert.Equal(pair.First.Values.OrderBy(v => v.Key), pair.Second.Values.OrderBy(v => v.Key));
                    }
                );
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
