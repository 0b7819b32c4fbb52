using Research.Data;
using Research.Pipeline.Files;

namespace Research.Experiments.Tests;

public class DatasetsTests
{
    // The pins themselves are checked beside the readers and the generators.
    [Fact]
    public void Every_short_name_stands_for_a_dataset_that_is_found()
    {
        DatasetRef[] named =
        [
            .. typeof(Datasets)
                .GetProperties()
                .Where(property => property.PropertyType.IsAssignableTo(typeof(DatasetRef)))
                .Select(property => (DatasetRef)property.GetValue(null)!),
        ];
        Assert.Equal(Datasets.Cards.Select(card => card.Dataset), named.OrderBy(dataset => dataset.Id, StringComparer.Ordinal));
        Assert.Equal(named.OfType<GeneratedDataset>().Count(), Datasets.Generated.Count);
    }

    // Marks and traits are stored with the clips, every bit of them.
    [Fact]
    public void A_stored_generated_dataset_reads_back_with_its_truth()
    {
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            ItemFile.Write(folder, TinyRun.Course);
            Dataset back = ItemFile.Read(file => File.OpenRead(Path.Combine(folder, file)));
            Assert.Equal(TinyRun.Course.Digest, back.Digest);
            foreach ((Item expected, Item actual) in TinyRun.Course.Items.Zip(back.Items))
            {
                Assert.Equal(expected.Waveform.Samples, actual.Waveform.Samples);
                Assert.Equal(expected.Targets, actual.Targets);
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
