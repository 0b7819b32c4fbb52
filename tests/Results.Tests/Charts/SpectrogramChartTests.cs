using System.Xml.Linq;
using Research.Results.Charts;
using Research.Results.Svg;

namespace Research.Results.Tests.Charts;

public class SpectrogramChartTests
{
    [Fact]
    public void A_spectrogram_is_a_picture_with_axes_and_tracks()
    {
        var chart = new SpectrogramChart("spectrogram", "Voice", "Dark is loud.")
        {
            Panels = "clip",
            Time = "seconds",
            Tracks = "tracks",
            Lines = ["pitch", "F1"],
        };
        XElement svg = Assert.Single(
            Pictures.Of(
                chart,
                name =>
                    Pictures.Table(
                        name == "tracks"
                            ? "clip,seconds,pitch,F1\na,0,100,500\na,0.1,,\nb,0,1,1\n"
                            : "clip,seconds,500,1000\na,0,-50,0\na,0.1,-20,-10\n"
                    )
            )
        );
        XElement image = Assert.Single(svg.Elements("image"));
        Assert.StartsWith("data:image/png;base64,", image.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.Contains("frequency, Hz", Pictures.Texts(svg));
        Assert.Equal(2, Pictures.OfClass(svg, "path", "halo").Length);
        Assert.Equal(1, Pictures.OfClass(svg, "path", "halo")[0].Attribute("d")!.Value.Count(c => c == 'M')); // gaps have no dot
    }

    [Fact]
    public void A_panel_has_its_own_sound_and_needs_no_tracks()
    {
        var chart = new SpectrogramChart("spectra", "Listen", "Dark is loud.")
        {
            Panels = "clip",
            Time = "seconds",
            Lines = [],
            Sounds = "sounds",
        };
        IReadOnlyList<Drawing> drawings = chart.Draw(name =>
            Pictures.Table(
                name == "sounds"
                    ? "clip,sound\na,AQI=\nb,AwQF\n"
                    : "clip,seconds,500,1000\na,0,-50,0\na,0.1,-20,-10\nb,0,-50,0\nb,0.1,-20,-10\n"
            )
        );
        Assert.Equal(
            [
                [1, 2],
                [3, 4, 5],
            ],
            drawings.Select(drawing => drawing.Sound)
        );
        Assert.Equal(["Listen: a", "Listen: b"], drawings.Select(drawing => drawing.Title));
    }
}
