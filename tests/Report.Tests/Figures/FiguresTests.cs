using System.Xml.Linq;
using Research.Numerics;
using Research.Results.Charts;

namespace Research.Report.Tests.Figures;

public class FiguresTests
{
    private static readonly LineChart Lines = new()
    {
        Table = "epochs",
        Title = "Loss",
        Says = "It falls.",
        X = "epoch",
        XTitle = "epoch",
        Ys = ["train", "held"],
        YTitle = "loss, nats",
    };

    private const string Epochs = "seed,epoch,train,held\n1,1,2,3\n1,2,1,2\n2,1,4,3\n2,2,1,\n";

    [Fact]
    public void Every_picture_has_an_accessible_name_and_says_what_is_in_it()
    {
        XElement svg = Assert.Single(Samples.Draw(Lines, Epochs));
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("Loss", svg.Element("title")!.Value);
        Assert.Equal("It falls.", svg.Element("desc")!.Value);
        string[] named = svg.Attribute("aria-labelledby")!.Value.Split(' ');
        Assert.Equal([svg.Element("title")!.Attribute("id")!.Value, svg.Element("desc")!.Attribute("id")!.Value], named);
    }

    [Fact]
    public void Lines_average_rows_of_one_point_and_show_their_range_as_a_band()
    {
        XElement svg = Assert.Single(Samples.Draw(Lines, Epochs));
        Assert.Contains("loss, nats", Samples.Texts(svg));
        Assert.Contains("train", Samples.Texts(svg));
        Assert.Equal(2, Samples.OfClass(svg, "path", "open").Length); // a line a column
        Assert.Single(svg.Elements("path"), path => path.Attribute("fill-opacity") is not null); // only train differs between seeds
    }

    [Fact]
    public void Panels_are_pictures_of_their_own()
    {
        XElement[] panels = Samples.Draw(Lines with { Panels = "seed" }, Epochs);
        Assert.Equal(["Loss: 1", "Loss: 2"], panels.Select(panel => panel.Element("title")!.Value));
    }

    [Fact]
    public void A_logarithmic_axis_counts_in_powers_of_ten_and_leaves_out_zeros()
    {
        XElement svg = Assert.Single(
            Samples.Draw(Lines with { Ys = ["train"], LogarithmicY = true }, "epoch,train\n1,0.5\n2,0.005\n3,0\n")
        );
        Assert.Superset(new HashSet<string> { "0.001", "0.01", "0.1", "1" }, Samples.Texts(svg).ToHashSet());
    }

    [Fact]
    public void A_scatter_writes_one_letter_classes_as_themselves_and_gives_others_shapes()
    {
        var chart = new ScatterChart
        {
            Table = "scores",
            Title = "Scores",
            Says = "Mixed.",
            X = "a",
            XTitle = "a",
            Y = "b",
            YTitle = "b",
            Colour = "class",
            ColourTitle = "digit",
        };
        XElement letters = Assert.Single(Samples.Draw(chart, "a,b,class\n1,2,7\n3,4,9\n5,1,7\n"));
        Assert.Equal(["7", "9", "7"], Samples.OfClass(letters, "text", "mark").Select(mark => mark.Value));
        XElement shapes = Assert.Single(Samples.Draw(chart, "a,b,class\n1,2,one\n3,4,two\n"));
        Assert.Contains("digit two", Samples.Texts(shapes));
        XElement box = Assert.Single(Samples.Draw(chart with { Z = "c", ZTitle = "third" }, "a,b,c,class\n1,2,0,7\n3,4,1,9\n"));
        Assert.Contains("third", Samples.Texts(box));
    }

    [Fact]
    public void A_histogram_outlines_each_series()
    {
        var chart = new HistogramChart
        {
            Table = "h",
            Title = "H",
            Says = "Two.",
            Low = "low",
            High = "high",
            XTitle = "x",
            Height = "share",
            YTitle = "share",
            Series = "digit",
        };
        XElement svg = Assert.Single(Samples.Draw(chart, "digit,low,high,share\n7,0,1,0.25\n7,1,2,0.75\n9,0,1,1\n9,1,2,0\n"));
        Assert.Equal(2, Samples.OfClass(svg, "path", "open").Length);
        Assert.Contains("digit 9", Samples.Texts(svg));
    }

    [Fact]
    public void Bars_show_value_interval_and_published_figure_and_skip_rows_without_a_number()
    {
        var chart = BarChart.Accuracies("High.", "test");
        XElement svg = Assert.Single(
            Samples.Draw(
                chart,
                "variant,split,metric,mean,low,high,published\na,test,accuracy,0.5,0.4,0.6,0.7\nb,test,accuracy,0.9,,,\nc,validation,accuracy,0.1,,,\nd,test,accuracy,,,,\n"
            )
        );
        Assert.Superset(
            new HashSet<string> { "a", "b", "0.500", "0.900", "published", "95 % interval" },
            Samples.Texts(svg).ToHashSet()
        );
        Assert.DoesNotContain("c", Samples.Texts(svg));
        Assert.DoesNotContain("d", Samples.Texts(svg));
        Assert.Equal(3 + 1, Samples.OfClass(svg, "line", "whisker").Length); // the interval's three strokes, and the legend's
    }

    [Fact]
    public void A_confusion_matrix_writes_its_counts_and_says_how_many_are_right()
    {
        XElement svg = Assert.Single(
            Samples.Draw(MatrixChart.Confusion("Which.", "test"), "variant,split,true,yes,no\nm,test,yes,8,2\nm,test,no,0,5\n")
        );
        Assert.Equal(["8", "2", "5"], Samples.OfClass(svg, "text", "in").Select(text => text.Value)); // zeros stay empty
        Assert.Contains("13 of 15 lie on the diagonal", svg.Element("desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_averages_rows_of_one_pair_and_sorts_settings_as_numbers()
    {
        var chart = new GridChart
        {
            Table = "grid",
            Title = "Grid",
            Says = "More helps.",
            X = "mixtures",
            XTitle = "mixtures",
            Y = "states",
            YTitle = "states",
            Value = "accuracy",
            ValueTitle = "accuracy",
        };
        XElement svg = Assert.Single(Samples.Draw(chart, "states,mixtures,accuracy\n1,10,0.2\n1,10,0.4\n1,2,0.8\n"));
        Assert.Equal([".800", ".300"], Samples.OfClass(svg, "text", "in").Select(text => text.Value));
        Assert.Contains("highest 0.800", svg.Element("desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spectrogram_is_a_picture_with_axes_and_tracks()
    {
        var chart = new SpectrogramChart
        {
            Table = "spectrogram",
            Title = "Voice",
            Says = "Dark is loud.",
            Panels = "clip",
            Time = "seconds",
            Tracks = "tracks",
            Lines = ["pitch", "F1"],
        };
        XElement svg = Assert.Single(
            Samples.Draw(
                chart,
                name =>
                    Samples.Table(
                        name == "tracks"
                            ? "clip,seconds,pitch,F1\na,0,100,500\na,0.1,,\nb,0,1,1\n"
                            : "clip,seconds,500,1000\na,0,-50,0\na,0.1,-20,-10\n"
                    )
            )
        );
        XElement image = Assert.Single(svg.Elements("image"));
        Assert.StartsWith("data:image/png;base64,", image.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.Contains("frequency, Hz", Samples.Texts(svg));
        Assert.Equal(2, Samples.OfClass(svg, "path", "halo").Length);
        Assert.Equal(1, Samples.OfClass(svg, "path", "halo")[0].Attribute("d")!.Value.Count(c => c == 'M')); // gaps have no dot
    }

    [Fact]
    public void A_column_that_is_not_there_is_told_with_those_that_are()
    {
        var error = Assert.Throws<ResearchException>(() => Samples.Draw(Lines, "epoch,train\n1,2\n"));
        Assert.Equal("The chart 'Loss' needs the column held of table 'epochs', which has epoch, train.", error.Message);
        error = Assert.Throws<ResearchException>(() => Samples.Draw(Lines, "epoch,train,held\n1,,\n"));
        Assert.Equal("The chart 'Loss' finds no number in column train, held of 'epochs'.", error.Message);
    }

    [Fact]
    public void A_chart_whose_filter_leaves_nothing_draws_nothing() =>
        Assert.Empty(Samples.Draw(Lines with { Where = new Dictionary<string, string> { ["seed"] = "9" } }, Epochs));

    [Fact]
    public void A_waveform_has_its_outline_and_a_line_of_weights_with_an_axis_of_its_own()
    {
        var chart = new WaveformChart
        {
            Table = "attention",
            Title = "Where it looks",
            Says = "There.",
            Panels = "clip",
            Seconds = "seconds",
            Low = "low",
            High = "high",
            Weight = "weight",
            WeightTitle = "attention",
        };
        const string Table = "clip,seconds,low,high,weight\na,0,-0.1,0.2,0.25\na,0.1,-0.5,0.4,0.75\nb,0,0,0,1\n";
        XElement[] panels = Samples.Draw(chart, Table);
        Assert.Equal(2, panels.Length);
        Assert.Single(panels[0].Elements("path"), path => path.Attribute("fill-opacity") is not null);
        Assert.Single(Samples.OfClass(panels[0], "path", "open"));
        Assert.Contains("attention", Samples.Texts(panels[0]));
    }
}
