using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using Research.Numerics;
using Research.Results.Svg;
using Research.Results.TimePlots;
using Research.Tests;

namespace Research.Results.Tests.TimePlots;

public class TimePlotTests
{
    [Fact]
    public void Each_of_a_few_columns_is_a_curve_with_axes_of_its_own()
    {
        XElement svg = Drawn(["seconds", "hertz", "strength"], [0, 100, 0.5], [0.1, 200, 0.7], [0.2, 150, 0.9]);
        string[] words = Words(svg);
        Assert.Equal(2, Curves(svg).Length);
        Assert.Equal(2, words.Count(word => word == "time, s"));
        Assert.Contains("hertz", words);
        Assert.Contains("strength", words);
        Assert.Contains("200", words);
    }

    [Fact]
    public void A_gap_ends_a_curve_and_begins_another() =>
        Assert.Equal(2, Curves(Drawn(["seconds", "hertz"], [0, 1], [1, 2], [2, double.NaN], [3, 1], [4, 5])).Length);

    [Fact]
    public void Curves_rise_where_values_do()
    {
        string path = Curves(Drawn(["seconds", "onset"], [0, 0], [1, 10])).Single();
        double[] numbers =
        [
            .. path.TrimStart('M').Split('L', ' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)),
        ];
        Assert.True(numbers[2] > numbers[0] && numbers[3] < numbers[1]); // to the right, and up: SVG counts down
    }

    [Fact]
    public void Many_columns_are_a_picture_with_names_and_a_scale()
    {
        string[] headings = ["seconds", .. Enumerable.Range(0, 12).Select(k => $"band_{k}")];
        double[][] rows =
        [
            .. Enumerable
                .Range(0, 20)
                .Select(t => new[] { 0.1 * t }.Concat(Enumerable.Range(0, 12).Select(k => (double)(k * t))).ToArray()),
        ];
        XElement svg = Drawn(headings, rows);
        Assert.Single(svg.Descendants(), element => element.Name.LocalName == "image");
        Assert.Empty(new[] { "band 0", "band 11", "time, s", "0", "209" }.Except(Words(svg)));
    }

    [Fact]
    public void A_peak_of_one_frame_among_many_is_not_lost()
    {
        double[][] rows = [.. Enumerable.Range(0, 50_000).Select(t => new[] { 0.01 * t, t == 31_234 ? 1000.0 : 0 })];
        string path = Curves(Drawn(["seconds", "onset"], rows)).Single();
        Assert.True(path.Length < 40_000);
        Assert.Contains("1000", Words(Drawn(["seconds", "onset"], rows)));
        double highest = path.Split('M', 'L')
            .Skip(1)
            .Min(point => double.Parse(point.Split(' ')[1], CultureInfo.InvariantCulture));
        Assert.Equal(44, highest); // the top of the plot
    }

    [Fact]
    public void Whatever_the_numbers_the_file_is_well_formed_and_the_same_twice() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 20], Gen.Double)
            .HoldsFor(
                60,
                drawn =>
                {
                    (int frames, int columns, double value) = drawn;
                    double[][] rows =
                    [
                        .. Enumerable
                            .Range(0, frames)
                            .Select(t =>
                                Enumerable
                                    .Range(0, columns + 1)
                                    .Select(k => k == 0 ? t : Math.Clamp(value, -1e9, 1e9) * k)
                                    .ToArray()
                            ),
                    ];
                    string[] headings = [.. Enumerable.Range(0, columns + 1).Select(k => $"c{k}")];
                    if (double.IsFinite(value))
                    {
                        Assert.Equal(Drawn(headings, rows).ToString(), Drawn(headings, rows).ToString());
                    }
                }
            );

    [Fact]
    public void Nothing_to_draw_is_refused()
    {
        Assert.Throws<ResearchException>(() => TimePlot.Of("beats", ["seconds", "onset"], new Matrix(0, 2)));
        Assert.Throws<ResearchException>(() => TimePlot.Of("beats", ["seconds"], new Matrix(2, 1)));
        Assert.Throws<ResearchException>(() => Drawn(["seconds", "hertz"], [0, double.NaN], [1, double.NaN]));
    }

    private static XElement Drawn(string[] headings, params double[][] rows) =>
        XDocument.Parse(SvgFile.Of(TimePlot.Of("a plot & more", headings, Matrix.OfRows(rows)))).Root!;

    private static string[] Words(XElement svg) =>
        [.. svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];

    private static string[] Curves(XElement svg) =>
        [
            .. svg.Descendants()
                .Where(element =>
                    element.Name.LocalName == "path"
                    && element.Attribute("class")!.Value.EndsWith("open", StringComparison.Ordinal)
                )
                .Select(element => element.Attribute("d")!.Value),
        ];
}
