using System.Xml.Linq;
using Research.Numerics;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class ChartTests
{
    [Fact]
    public void Every_picture_has_an_accessible_name_and_says_what_is_in_it()
    {
        XElement svg = Assert.Single(Pictures.Of(SampleLines.Lines, SampleLines.Epochs));
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("Loss", svg.Element("title")!.Value);
        Assert.Equal("It falls.", svg.Element("desc")!.Value);
        string[] named = svg.Attribute("aria-labelledby")!.Value.Split(' ');
        Assert.Equal([svg.Element("title")!.Attribute("id")!.Value, svg.Element("desc")!.Attribute("id")!.Value], named);
    }

    [Fact]
    public void Panels_are_pictures_of_their_own()
    {
        XElement[] panels = Pictures.Of(SampleLines.Lines with { Panels = "seed" }, SampleLines.Epochs);
        Assert.Equal(["Loss: 1", "Loss: 2"], panels.Select(panel => panel.Element("title")!.Value));
    }

    [Fact]
    public void A_column_that_is_not_there_is_told_with_those_that_are()
    {
        var error = Assert.Throws<ResearchException>(() => Pictures.Of(SampleLines.Lines, "epoch,train\n1,2\n"));
        Assert.Equal("The chart 'Loss' needs the column held of table 'epochs', which has epoch, train.", error.Message);
        error = Assert.Throws<ResearchException>(() => Pictures.Of(SampleLines.Lines, "epoch,train,held\n1,,\n"));
        Assert.Equal("The chart 'Loss' finds no number in column train, held of 'epochs'.", error.Message);
    }

    [Fact]
    public void A_chart_whose_filter_leaves_nothing_draws_nothing() =>
        Assert.Empty(
            Pictures.Of(SampleLines.Lines with { Where = new Dictionary<string, string> { ["seed"] = "9" } }, SampleLines.Epochs)
        );
}
