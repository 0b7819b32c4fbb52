using System.Xml.Linq;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class WaveformChartTests
{
    [Fact]
    public void A_waveform_has_its_outline_and_a_line_of_weights_with_an_axis_of_its_own()
    {
        var chart = new WaveformChart("attention", "Where it looks", "There.")
        {
            Panels = "clip",
            Seconds = "seconds",
            Low = "low",
            High = "high",
            Weight = new("weight", "attention"),
        };
        const string Table = "clip,seconds,low,high,weight\na,0,-0.1,0.2,0.25\na,0.1,-0.5,0.4,0.75\nb,0,0,0,1\n";
        XElement[] panels = Pictures.Of(chart, Table);
        Assert.Equal(2, panels.Length);
        Assert.Single(panels[0].Elements("path"), path => path.Attribute("fill-opacity") is not null);
        Assert.Single(Pictures.OfClass(panels[0], "path", "open"));
        Assert.Contains("attention", Pictures.Texts(panels[0]));
    }
}
