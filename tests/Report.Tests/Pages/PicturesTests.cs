using Research.Report.Markup;
using Research.Report.Pages;
using Research.Results.Svg;

namespace Research.Report.Tests.Pages;

public class PicturesTests
{
    [Fact]
    public void A_picture_with_a_sound_has_a_player_that_loads_nothing_from_elsewhere()
    {
        var html = new Html();
        Pictures.Write(html, new Drawing(10, 10, "Listen: <a>", "Dark is loud.", "") { Sound = [1, 2] });
        Assert.Contains(
            "<audio controls preload=\"none\" aria-label=\"Listen: &lt;a&gt;\" src=\"data:audio/wav;base64,AQI=\"></audio>",
            html.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_picture_without_one_has_none()
    {
        var html = new Html();
        Pictures.Write(html, new Drawing(10, 10, "Mute", "Nothing is heard.", ""));
        Assert.DoesNotContain("<audio", html.ToString(), StringComparison.Ordinal);
    }
}
