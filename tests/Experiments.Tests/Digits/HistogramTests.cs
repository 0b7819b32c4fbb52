using Research.Experiments.Digits;
using Research.Pipeline;
using Research.Results.Tables;

namespace Research.Experiments.Tests.Digits;

public class HistogramTests
{
    // By numpy.histogram([0, 1, 1.9, 2, 4], bins=4, range=(0, 4)).
    [Fact]
    public void Values_fall_into_bins_and_the_last_bin_has_its_upper_end()
    {
        Histogram histogram = Histogram.Of([0, 1, 1.9, 2, 4], 0, 4, 4);
        Assert.Equal([1, 2, 1, 1], histogram.Counts);
    }

    [Fact]
    public void Overlap_is_one_for_one_shape_and_zero_for_none_in_common()
    {
        Histogram a = Histogram.Of([0.1, 0.1, 1.5], 0, 2, 2);
        Assert.Equal(1, a.Overlap(Histogram.Of([0.1, 0.2, 0.1, 0.3, 1.1, 1.2], 0, 2, 2)), 1e-12);
        Assert.Equal(0, Histogram.Of([0.5], 0, 2, 2).Overlap(Histogram.Of([1.5], 0, 2, 2)));
        Assert.Equal(1.0 / 3, a.Overlap(Histogram.Of([1.5], 0, 2, 2)), 1e-12);
    }

    [Fact]
    public void All_speakers_together_have_the_counts_of_each()
    {
        var experiment = (Histograms)DigitsStudy.Study.Experiment("Histograms", Profile.Quick);
        experiment = experiment with { Pairs = [experiment.Pairs[0] with { First = "1", Second = "2" }] };
        ResultTable table = Assert.Single(TinyRun.Measure(experiment, TinyRun.Course).Tables);
        int Sum(Func<IReadOnlyList<string>, bool> rows) =>
            table.Rows.Where(rows).Sum(row => int.Parse(row[7], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Sum(row => row[2] == "all"), Sum(row => row[2] != "all"));
        Assert.Equal(8, table.Rows.Where(row => row[2] == "all" && row[1] == "1" && row[3] == "1").Count());
    }
}
