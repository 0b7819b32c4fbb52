using System.Text.RegularExpressions;
using Research.Report.Input;
using Research.Results.Tables;

namespace Research.Report.Tests;

// The committed results are the input: small enough, and what people read.
public class HtmlReportTests
{
    [Theory]
    [InlineData("quick")]
    [InlineData("paper")]
    public void The_same_results_give_the_same_bytes_without_an_external_address(string profile)
    {
        string html = HtmlReport.Of(Samples.Committed(profile));
        Assert.Equal(html, HtmlReport.Of(Samples.Committed(profile)));
        Assert.All(
            Regex.Matches(html, "(?:href|src)=\"([^\"]*)\"").Select(match => match.Groups[1].Value),
            address => Assert.True(address.StartsWith('#') || address.StartsWith("data:", StringComparison.Ordinal), address)
        );
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quick")]
    [InlineData("paper")]
    public void The_committed_Markdown_report_is_that_of_the_committed_results(string profile)
    {
        string path = Path.Combine(Samples.FolderOf(profile), MarkdownReport.File);
        Assert.Equal(File.ReadAllText(path), MarkdownReport.Of(Samples.Committed(profile)));
    }

    [Fact]
    public void Every_experiment_and_every_claim_is_in_the_paper_report()
    {
        ReportInput input = Samples.Committed("paper");
        string html = HtmlReport.Of(input);
        Assert.All(
            input.Studies.SelectMany(study => study.Experiments),
            experiment => Assert.Contains($"<h3 id=\"{experiment.Target}\">", html, StringComparison.Ordinal)
        );
        Assert.All(
            input.Studies.Select(study => study.Claims).OfType<CsvTable>().SelectMany(claims => claims.Rows),
            claim => Assert.Contains($"<td>{claim[0]}</td>", html, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Links_lead_to_ids_that_are_there_once()
    {
        string html = HtmlReport.Of(Samples.Committed("paper"));
        string[] ids = [.. Regex.Matches(html, " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Distinct().Count(), ids.Length);
        HashSet<string> links = [.. Regex.Matches(html, "href=\"#([^\"]*)\"").Select(match => match.Groups[1].Value)];
        Assert.Subset(ids.ToHashSet(), links);
    }

    [Fact]
    public void Generated_data_are_called_synthetic_at_the_top()
    {
        string html = HtmlReport.Of(Samples.Committed("quick"));
        int warning = html.IndexOf("Synthetic data.", StringComparison.Ordinal);
        Assert.InRange(warning, 0, html.IndexOf("<article", StringComparison.Ordinal));
    }

    [Fact]
    public void An_experiment_that_has_not_run_is_named_as_missing()
    {
        const string Missing = "Digits.Histograms";
        var input = ReportInput.Read(Samples.FolderOf("quick"), Samples.Pins, leftOut: [Missing]);
        string html = HtmlReport.Of(input);
        Assert.Contains($"Not run, so not in this report: {Missing}.", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"<h3 id=\"{Missing}\">", html, StringComparison.Ordinal);
        Assert.Contains($"### {Missing}\n\nHas not run.\n", MarkdownReport.Of(input), StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_of_an_earlier_run_are_not_shown()
    {
        var input = ReportInput.Read(Samples.FolderOf("paper"), Samples.Pins, leftOut: ["Digits"]);
        Assert.Contains("180 published figures", HtmlReport.Of(Samples.Committed("paper")), StringComparison.Ordinal);
        Assert.DoesNotContain("180 published figures", HtmlReport.Of(input), StringComparison.Ordinal);
    }

    // What an experiment costs was measured by the run that is shown; no comment says it.
    [Fact]
    public void Every_experiment_shows_what_its_run_took()
    {
        foreach (string profile in Samples.Profiles)
        {
            int experiments = Samples.Committed(profile).Studies.Sum(study => study.Experiments.Count);
            string html = HtmlReport.Of(Samples.Committed(profile));
            Assert.Equal(
                experiments,
                Regex.Count(html, @"<strong>Cost\.</strong> Measured: [0-9.]+ s on \d+ threads?, \d+ MiB\.")
            );
        }
    }
}
