using Research.Data.Datasets;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Datasets;

public class FmaEchonestTests
{
    private const string Heading =
        "track_id,genre,genre_from,acousticness,danceability,energy,instrumentalness,liveness,speechiness,tempo,valence\n";

    [Fact]
    public void A_track_has_three_targets_and_a_row_of_five_values()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "10,,,0.1,0.2,0.3,0.4,0.5,0.6,120.5,0.8\n2,Hip-Hop,x,0,0,0,0,0,0,0,0\n");
        IReadOnlyList<Item> items = FmaEchonest.Read(folder.Path);
        Assert.Equal(["000002", "000010"], items.Select(item => item.Id));
        Assert.Equal(["Hip-Hop", null], items.Select(item => item.Label));
        Assert.Equal([0.1, 0.4, 0.5, 0.6, 120.5], items[1].Matrix.Values.ToArray());
        Assert.Equal([0.8, 0.3, 0.2], FmaEchonest.Targets.Select(name => items[1].Targets[name]));
    }

    [Theory]
    [InlineData("2,Polka,x,0,0,0,0,0,0,0,0", "line 2: the genre 'Polka' is none of")]
    [InlineData("2,,x,0,?,0,0,0,0,0,0", "line 2: '?' stands under 'danceability'")]
    public void A_row_with_a_fault_is_named(string row, string words)
    {
        using var folder = new TemporaryFolder();
        Write(folder, row);
        string message = Assert.Throws<ResearchException>(() => FmaEchonest.Read(folder.Path)).Message;
        Assert.Contains("echonest_genre.csv, " + words, message, StringComparison.Ordinal);
    }

    // Counts, means and deviations as its SOURCE says.
    [Fact]
    public void All_tracks_are_read()
    {
        IReadOnlyList<Item> items = FmaEchonest.Read(RealData.Folder("fma-echonest"));
        Assert.Equal((13_129, 5_618), (items.Count, items.Count(item => item.Label is not null)));
        (string Name, double Mean, double Deviation)[] expected =
        [
            ("valence", 0.440, 0.276),
            ("energy", 0.538, 0.278),
            ("danceability", 0.487, 0.190),
        ];
        foreach ((string name, double mean, double deviation) in expected)
        {
            double[] values = [.. items.Select(item => item.Targets[name])];
            Assert.Equal(mean, OrderedSum.Mean(values), 5.1e-4);
            Assert.Equal(deviation, Math.Sqrt(OrderedSum.Variance(values, 0)), 5.1e-4);
        }
    }

    private static void Write(TemporaryFolder folder, string rows) =>
        File.WriteAllText(folder.File("echonest_genre.csv"), Heading + rows);
}
