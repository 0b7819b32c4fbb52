using System.Globalization;
using Research.Numerics;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

/// <summary>A chart of each kind, and of each of its forms, over a small table.</summary>
internal static class SampleCharts
{
    private const string Title = "A title of some length, so that it needs two lines where the picture is small";
    private const string Says = "What is to be seen.";

    public static IReadOnlyDictionary<string, (Chart Chart, Func<string, string> Table)> All { get; } =
        new Dictionary<string, (Chart, Func<string, string>)>
        {
            ["bars"] = (
                BarChart.Accuracies(Says, "test"),
                _ =>
                    "variant,split,metric,mean,low,high,published\nfirst,test,accuracy,0.5,0.4,0.6,0.7\na second one with a long name that goes over the line of the picture,test,accuracy,0.9,,,\nthird,test,accuracy,0.75,0.7,0.81,0.72\n"
            ),
            ["bars-of-large-values"] = (Bars("count"), _ => "label,count\none,12\ntwo,45678\nthree,7978856\nfour,0\n"),
            ["bars-below-zero"] = (Bars("change"), _ => "label,change\none,-1.5\ntwo,0.25\n"),
            ["bars-as-a-map"] = (
                new BarChart("speakers", Title, Says) { Labels = ["variant", "speaker"], Value = new("accuracy", "accuracy") },
                _ => "variant,speaker,accuracy\n" + Rows(24, i => $"{"abc"[i % 3]},{i / 3},{0.5 + (0.02 * i):0.00}")
            ),
            ["scatter-of-letters"] = (Scatter(null), _ => "a,b,c,class\n1,2,0,7\n3,4,1,9\n5,1,2,7\n-2,0.5,3,8\n"),
            ["scatter-of-words"] = (Scatter(null), _ => "a,b,c,class\n" + Rows(12, i => $"{i % 5},{(i * i) % 7},0,word {i % 6}")),
            ["scatter-in-a-box"] = (
                Scatter(new("c", "third")),
                _ => "a,b,c,class\n" + Rows(9, i => $"{i},{(i * 3) % 7},{(i * 5) % 4},word {i % 3}")
            ),
            ["spectrogram"] = (
                new SpectrogramChart("spectrogram", Title, Says)
                {
                    Panels = "clip",
                    Time = "seconds",
                    Tracks = "tracks",
                    Lines = ["pitch", "F1"],
                },
                name =>
                    name == "tracks"
                        ? "clip,seconds,pitch,F1\na,0,100,500\na,0.1,,700\na,0.2,120,800\na,0.3,140,\n"
                        : "clip,seconds,500,1000,1500\na,0,-50,0,-10\na,0.1,-20,-10,-5\na,0.2,-30,-60,-80\na,0.3,-1,-2,-3\n"
            ),
            ["tiles"] = (
                new TilesChart("filters", Title, Says)
                {
                    Tile = "filter",
                    X = new("frame", "frames"),
                    Y = new("band", "bands"),
                    Value = new("weight", "weight"),
                },
                _ =>
                    "filter,frame,band,weight\n"
                    + Rows(84, i => $"{"abcdefghijklmn"[i / 6]},{i % 3},{i / 3 % 2},{((i * 7) % 11) - 4}")
            ),
            ["confusion"] = (
                MatrixChart.Confusion(Says, "test"),
                _ => "variant,split,true,yes,no,perhaps\nm,test,yes,8,2,0\nm,test,no,0,5,1\nm,test,perhaps,3,3,120\n"
            ),
            ["correlations"] = (
                new MatrixChart("correlations", Title, Says)
                {
                    Row = new("feature", "feature"),
                    ColumnTitle = "the other",
                    Scale = MatrixScale.Correlation,
                },
                _ => "feature,a,b,c\na,1,-0.5,0.25\nb,-0.5,1,-1\nc,0.25,-1,1\n"
            ),
            ["pictures"] = (
                new PicturesChart("pictures", Title, Says)
                {
                    Panels = "class",
                    Name = "name",
                    Picture = "levels",
                },
                _ => "class,name,levels\n" + Rows(11, i => $"Q1,number {i},{PicturesChart.Cell([(byte)i, 10, 200, 255])}")
            ),
            ["waveform"] = (
                new WaveformChart("attention", Title, Says)
                {
                    Panels = "clip",
                    Seconds = "seconds",
                    Low = "low",
                    High = "high",
                    Weight = new("weight", "attention"),
                },
                _ => "clip,seconds,low,high,weight\na,0,-0.1,0.2,0.25\na,0.1,-0.5,0.4,0.75\na,0.2,-0.9,0.8,0.1\n"
            ),
            ["grid"] = (
                GridChart.Validation("grid", Says, new("mixtures", "mixtures a state"), new("states", "states")),
                _ => "states,mixtures,validation\n" + Rows(12, i => $"{1 + (i % 4)},{1 + (i / 4)},{0.3 + (0.05 * i):0.00}")
            ),
            ["lines"] = (SampleLines.Lines with { Title = Title }, _ => SampleLines.Epochs),
            ["lines-of-series"] = (
                SampleLines.Lines with
                {
                    Ys = ["loss"],
                    Series = "net",
                    LogarithmicY = true,
                },
                _ => "net,epoch,loss\n" + Rows(30, i => $"net {i % 5},{1 + (i / 5)},{2.0 / (1 + i):0.0000}")
            ),
            ["bands-over-time"] = (
                new FrameMapChart("mel", Title, Says)
                {
                    Panels = "picture",
                    From = "from",
                    To = "to",
                    BandTitle = "frequency, Hz",
                    ValueTitle = "level, dB",
                },
                _ => "picture,from,to,100,200,300\na,0,1,-50,0,-3\na,1,2,-20,-10,-4\na,2,3,-2,-1,-40\n"
            ),
            ["histogram"] = (
                new HistogramChart("h", Title, Says)
                {
                    Low = "low",
                    High = "high",
                    XTitle = "x",
                    Height = new("share", "share"),
                    Series = "digit",
                },
                _ => "digit,low,high,share\n7,0,1,0.25\n7,1,2,0.75\n9,0,1,0.9\n9,1,2,0.1\n"
            ),
        };

    private static BarChart Bars(string value) => new("bars", Title, Says) { Labels = ["label"], Value = new(value, value) };

    private static ScatterChart Scatter(TitledColumn? third) =>
        new("scores", Title, Says)
        {
            X = new("a", "first"),
            Y = new("b", "second"),
            Z = third,
            Colour = new("class", "class"),
        };

    private static string Rows(int count, Func<int, FormattableString> row) =>
        string.Concat(Enumerable.Range(0, count).Select(i => row(i).ToString(CultureInfo.InvariantCulture) + "\n"));
}
