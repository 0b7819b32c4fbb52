using Research.Numerics;
using Research.Results.Charts;
using Research.Results.Svg;
using Research.Results.TimePlots;

namespace Research.Results.Tests.Charts;

/// <summary>Every kind of chart draws what it drew when somebody last looked at it. The other tests say what must be in a picture; these, that nothing else moved.</summary>
/// <remarks>RESEARCH_ACCEPT_PICTURES=1 draws them anew: then look at tests/Golden/charts before you commit them.</remarks>
public class ChartPicturesTests
{
    private const string Accept = "RESEARCH_ACCEPT_PICTURES";

    private static readonly string Folder = Path.Combine(Repository(), "tests", "Golden", "charts");

    public static TheoryData<string> Names => [.. SampleCharts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_draws_its_picture(string name)
    {
        (Chart chart, Func<string, string> table) = SampleCharts.All[name];
        IReadOnlyList<Drawing> drawings = chart.Draw(wanted => Pictures.Table(table(wanted)));
        AssertDrawn(
            name,
            string.Concat(drawings.Select((drawing, i) => drawing.ToMarkup($"g{i}") + "\n" + drawing.Summary + "\n"))
        );
    }

    [Theory]
    [InlineData("curves-over-time", 3)]
    [InlineData("map-over-time", 13)]
    public void Rows_over_time_draw_their_picture(string name, int columns)
    {
        var rows = new Matrix(40, columns);
        for (int t = 0; t < rows.Rows; t++)
        {
            rows[t, 0] = 0.5 + (0.1 * t);
            for (int k = 1; k < columns; k++)
            {
                rows[t, k] = (t * k * 7 % 31) - (k == 2 && t % 9 == 0 ? double.NaN : 10);
            }
        }

        string[] headings = [.. Enumerable.Range(0, columns).Select(k => k == 0 ? "seconds" : $"band_{k}")];
        AssertDrawn(name, SvgFile.Of(TimePlot.Of("A plot over time", headings, rows)));
    }

    [Fact]
    public void Every_kind_has_a_picture_here() =>
        Assert.Equal(
            typeof(Chart).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Chart)) && !type.IsAbstract).Order(Comparer),
            SampleCharts.All.Values.Select(sample => sample.Chart.GetType()).Distinct().Order(Comparer)
        );

    private static Comparer<Type> Comparer => Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));

    private static void AssertDrawn(string name, string drawn)
    {
        string file = Path.Combine(Folder, name + ".svg.txt");
        if (Environment.GetEnvironmentVariable(Accept) is not null)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, drawn);
        }

        Assert.True(File.Exists(file), $"{file} is not there; {Accept}=1 draws it.");
        Assert.True(
            drawn == File.ReadAllText(file).ReplaceLineEndings("\n"),
            $"{file} is not what the chart draws; if that is meant, {Accept}=1 draws it anew."
        );
    }

    private static string Repository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Research.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
