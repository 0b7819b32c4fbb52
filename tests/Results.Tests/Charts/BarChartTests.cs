using System.Globalization;
using System.Xml.Linq;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class BarChartTests
{
    private static readonly BarChart Speakers = new("speakers", "Speakers", "Some are harder.")
    {
        Labels = ["variant", "speaker"],
        Value = new("accuracy", "accuracy"),
    };

    [Fact]
    public void Bars_show_value_interval_and_published_figure_and_skip_rows_without_a_number()
    {
        var chart = BarChart.Accuracies("High.", "test");
        XElement svg = Assert.Single(
            Pictures.Of(
                chart,
                "variant,split,metric,mean,low,high,published\na,test,accuracy,0.5,0.4,0.6,0.7\nb,test,accuracy,0.9,,,\nc,validation,accuracy,0.1,,,\nd,test,accuracy,,,,\n"
            )
        );
        Assert.Superset(
            new HashSet<string> { "a", "b", "0.500", "0.900", "published", "95 % interval" },
            Pictures.Texts(svg).ToHashSet()
        );
        Assert.DoesNotContain("c", Pictures.Texts(svg));
        Assert.DoesNotContain("d", Pictures.Texts(svg));
        Assert.Equal(3 + 1, Pictures.OfClass(svg, "line", "whisker").Length); // the interval's three strokes, and the legend's
    }

    [Fact]
    public void Means_are_drawn_with_their_intervals_from_the_summary()
    {
        var chart = BarChart.Means("Errors", "Low.", "error", ["variant", "class"]);
        Assert.Equal("summary", chart.Table);
        XElement svg = Assert.Single(Pictures.Of(chart, "variant,class,mean,low,high\na,one,0.5,0.4,0.6\nb,two,0.25,,\n"));
        Assert.Superset(new HashSet<string> { "0.500", "0.250", "error" }, Pictures.Texts(svg).ToHashSet());
        Assert.NotEmpty(Pictures.OfClass(svg, "line", "whisker"));
    }

    [Theory]
    [InlineData("9.5", "9.500")]
    [InlineData("9999", "9999.0")]
    [InlineData("45678", "45,678")]
    [InlineData("7978856", "7.98 M")]
    public void A_value_is_written_so_that_it_fits_beside_its_bar(string value, string written)
    {
        XElement svg = Assert.Single(Pictures.Of(Speakers, $"variant,speaker,accuracy\na,one,{value}\n"));
        Assert.Contains(written, Pictures.Texts(svg));
    }

    [Fact]
    public void An_axis_of_high_shares_begins_above_zero_and_says_so()
    {
        var chart = BarChart.Accuracies("High.", "test");
        const string Header = "variant,split,metric,mean,low,high,published\n";
        XElement high = Assert.Single(Pictures.Of(chart, Header + "a,test,accuracy,0.96,0.95,0.97,0.99\n"));
        Assert.Contains(Pictures.Texts(high), text => text.StartsWith("the axis begins at 0.9", StringComparison.Ordinal));
        Assert.Empty(Pictures.OfClass(high, "rect", "f1")); // no bar, whose length would deceive
        XElement low = Assert.Single(Pictures.Of(chart, Header + "a,test,accuracy,0.96,0.3,0.97,0.99\n"));
        Assert.DoesNotContain(Pictures.Texts(low), text => text.Contains("begins", StringComparison.Ordinal));
        Assert.NotEmpty(Pictures.OfClass(low, "rect", "f1"));
    }

    [Fact]
    public void Many_bars_of_models_and_speakers_are_a_map_whose_cells_average_the_runs()
    {
        string rows = string.Concat(
            from variant in new[] { "one", "two" }
            from speaker in new[] { "ann", "ben", "cid" }
            from accuracy in new[] { 0.25, 0.75 }
            select string.Create(CultureInfo.InvariantCulture, $"{variant},{speaker},{accuracy}\n")
        );
        XElement svg = Assert.Single(Pictures.Of(Speakers, "variant,speaker,accuracy\n" + rows));
        Assert.Equal(Enumerable.Repeat(".50", 6), Pictures.OfClass(svg, "text", "in").Select(text => text.Value));
        Assert.Equal(["ann", "ben", "cid"], Pictures.OfClass(svg, "text", "label").Select(text => text.Value)); // once for both rows
        Assert.Contains("accuracy, means of the runs", Pictures.Texts(svg));
    }

    [Fact]
    public void Two_corpora_with_their_own_speakers_share_no_columns()
    {
        string rows = string.Concat(
            from item in new[]
            {
                ("one", "ann"),
                ("one", "ben"),
                ("two", "cid"),
                ("two", "dan"),
                ("three", "ann"),
                ("three", "ben"),
            }
            from seed in new[] { 1, 2 }
            select string.Create(CultureInfo.InvariantCulture, $"{item.Item1},{item.Item2},0.{seed}\n")
        );
        XElement svg = Assert.Single(Pictures.Of(Speakers, "variant,speaker,accuracy\n" + rows));
        Assert.Equal(["ann", "ben", "cid", "dan"], Pictures.OfClass(svg, "text", "label").Select(text => text.Value));
        Assert.Equal(6, Pictures.OfClass(svg, "text", "in").Length);
    }

    [Fact]
    public void A_long_chart_is_told_in_a_line()
    {
        string rows = string.Concat(
            Enumerable.Range(10, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"m{i},test,accuracy,0.{i},,,\n"))
        );
        Chart chart = BarChart.Accuracies("High.", "test");
        string csv = "variant,split,metric,mean,low,high,published\n" + rows;
        Assert.Equal("20 bars, from 0.100 (m10) to 0.290 (m29)", Assert.Single(chart.Draw(_ => Pictures.Table(csv))).Summary);
    }
}
