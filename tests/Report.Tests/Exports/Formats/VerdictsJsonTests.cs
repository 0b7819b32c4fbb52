using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using Research.Report.Claims;
using Research.Tests;

namespace Research.Report.Tests.Exports.Formats;

public partial class VerdictsJsonTests
{
    private const string File = "verdicts.json";

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void The_file_is_as_its_schema_says(string name) => Assert.True(IsValid(Exported.Of(name).Json(File)));

    [Theory]
    [InlineData("verdict", "\"unsure\"")]
    [InlineData("address", "\"report.html\"")]
    [InlineData("published", "\"0.9\"")]
    [InlineData("fingerprint", "\"abc\"")]
    [InlineData("ours", "null")] // a figure that differs has one of ours
    public void The_schema_refuses_a_figure_that_is_wrong(string member, string value)
    {
        JsonNode json = JsonNode.Parse(Exported.Of("tiny").Text(File))!;
        json["studies"]![0]!["figures"]![0]![member] = JsonNode.Parse(value);
        Assert.False(IsValid(JsonElement.Parse(json.ToJsonString())));
    }

    [Fact]
    public void A_figure_has_value_interval_verdict_reason_command_and_hashes()
    {
        JsonElement[] figures = [.. Figures("tiny")];
        JsonElement figure = figures[0];
        Assert.Equal(0.9966667m, figure.GetProperty("published").GetDecimal()); // as printed, not as rounded in the table
        Assert.Equal(0.99m, figure.GetProperty("ours").GetDecimal());
        Assert.Equal((0.989m, 0.991m), (Number(figure, "low"), Number(figure, "high")));
        Assert.Equal("worse", figure.Text("verdict"));
        Assert.Equal("Its \"seed\" is not known.", figure.Text("reason"));
        Assert.Equal("./build.sh --target Digits.GmmHmm --profile paper", figure.Text("command"));
        Assert.Equal(new string('a', 64), figure.Text("fingerprint"));
        Assert.Equal(TinyCheckout.Table, figure.GetProperty("table").Text("path"));
        Assert.Equal(JsonValueKind.Null, figures[1].GetProperty("ours").ValueKind);
        Assert.Equal("data not public", figures[1].Text("verdict"));
    }

    [Fact]
    public void Each_address_is_that_of_a_row_of_the_report()
    {
        string page = HtmlReport.Of(Samples.Committed("paper"));
        HashSet<string> rows = [.. RowId().Matches(page).Select(match => match.Groups[1].Value)];
        string[] addresses = [.. Figures("paper").Select(figure => figure.Text("address"))];
        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.Equal(HtmlReport.File, address.Split('#')[0]));
        Assert.Empty(addresses.Select(address => address.Split('#')[1]).Except(rows));
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Every_published_figure_is_there_once_and_counted(string name)
    {
        Exported export = Exported.Of(name);
        string[] expected = [.. export.Input.Report.Studies.SelectMany(ClaimRows.Of).Select(row => row.Id)];
        Assert.Equal(expected, Figures(name).Select(figure => figure.Text("id")));
        Assert.Equal(expected.Distinct().Count(), expected.Length);
        Assert.Equal(
            expected.Length,
            export.Json(File).GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt32())
        );
    }

    [Fact]
    public void Unit_dataset_and_document_of_every_figure_are_known() =>
        Assert.All(
            Figures("paper"),
            figure =>
                Assert.All(
                    ["document", "dataset", "unit"],
                    member => Assert.Equal(JsonValueKind.String, figure.GetProperty(member).ValueKind)
                )
        );

    private static decimal Number(JsonElement figure, string end) => figure.GetProperty("interval").GetProperty(end).GetDecimal();

    private static IEnumerable<JsonElement> Figures(string name) =>
        Exported
            .Of(name)
            .Json(File)
            .GetProperty("studies")
            .EnumerateArray()
            .SelectMany(study => study.GetProperty("figures").EnumerateArray());

    private static bool IsValid(JsonElement json)
    {
        // Each time under an address of its own: the library keeps schemas by theirs.
        string schema = Exported
            .Of("tiny")
            .Text("verdicts.schema.json")
            .Replace("urn:research:verdicts:1", $"urn:uuid:{Guid.NewGuid()}", StringComparison.Ordinal);
        var options = new EvaluationOptions { OutputFormat = OutputFormat.Flag, RequireFormatValidation = true };
        return JsonSchema.FromText(schema).Evaluate(json, options).IsValid;
    }

    [GeneratedRegex("<tr id=\"(claim-[^\"]+)\"")]
    private static partial Regex RowId();
}
