using Research.Data;
using Research.Data.Audio.Wav;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Experiments.Tests;

/// <summary>Which recordings the report plays, and what stands with them.</summary>
public class ListeningTests
{
    private static readonly string[] Items = [.. TinyRun.Course.Items.Take(6).Select(item => item.Id)];

    [Fact]
    public void Two_of_different_classes_that_are_right_and_the_first_that_is_not_are_played()
    {
        double[][] sure = [.. Items.Select(_ => new[] { 0.2, 0.7, 0.1 })];
        var heard = new ClassPredictions("test", Items, ["one", "two", "three"], [0, 0, 1, 2, 2, 2], [0, 0, 1, 1, 2, 0], sure);
        ResultTable[] tables = Listening.Tables(TinyRun.Course, heard);
        IReadOnlyList<IReadOnlyList<string>> rows = tables[0].Rows;
        Assert.Equal([Items[0], Items[2], Items[3]], rows.Select(row => row[1]));
        Assert.Equal(
            ["one, heard as one 0.20", "two, heard as two 0.70", "three, heard as two 0.70"],
            rows.Select(row => row[0])
        );
        Assert.Equal(rows.Select(row => row[0]), tables[1].Rows.Select(row => row[0]).Distinct());

        Waveform played = WavReader.Parse(Convert.FromBase64String(rows[0][5]), "a.wav");
        Waveform meant = TinyRun.Course.Items[0].Waveform;
        Assert.Equal(8000, played.SampleRateHz);
        Assert.Equal(meant.DurationSeconds, played.DurationSeconds, 1e-3);
        Assert.InRange(played.Samples.Max(), 0.5 * meant.Samples.Max(), 1.5 * meant.Samples.Max());
    }

    [Fact]
    public void Where_all_are_right_two_are_played_and_no_certainty_is_made_up()
    {
        var heard = new ClassPredictions("test", Items, ["one", "two"], [0, 0, 1, 1, 0, 1], [0, 0, 1, 1, 0, 1], null);
        IReadOnlyList<IReadOnlyList<string>> rows = Listening.Tables(TinyRun.Course, heard)[0].Rows;
        Assert.Equal(["one, heard as one", "two, heard as two"], rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.Equal("", row[4]));
    }

    [Fact]
    public void Recordings_of_people_are_never_taken()
    {
        var heard = new ClassPredictions("test", Items, ["one"], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], null);
        Assert.Throws<ArgumentException>(() => Listening.Tables(TinyRun.Course with { Synthetic = false }, heard));
        Assert.False(Listening.May(Datasets.Fsdd));
        Assert.True(Listening.May(Datasets.SyntheticDigits));
    }
}
