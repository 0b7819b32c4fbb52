using System.Text.RegularExpressions;
using Research.Pipeline;
using Research.Report.Input;
using Research.Tests;

namespace Research.Report.Tests;

// The committed results are the input: small enough, and what people read.
public class HtmlReportTests
{
    [Theory]
    [InlineData(Profile.Quick)]
    [InlineData(Profile.Paper)]
    public void The_same_results_give_the_same_bytes_without_an_external_address(Profile profile)
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
    [InlineData(Profile.Quick)]
    [InlineData(Profile.Paper)]
    public void The_committed_Markdown_report_is_that_of_the_committed_results(Profile profile)
    {
        string path = Path.Combine(RealData.Repository(), "results", profile.Name(), MarkdownReport.File);
        Assert.Equal(File.ReadAllText(path), MarkdownReport.Of(Samples.Committed(profile)));
    }

    [Fact]
    public void Every_experiment_and_every_claim_is_in_the_paper_report()
    {
        ReportInput input = Samples.Committed(Profile.Paper);
        string html = HtmlReport.Of(input);
        Assert.All(
            input.Studies.SelectMany(study => study.Experiments),
            experiment => Assert.Contains($"<h3 id=\"{experiment.Target}\">", html, StringComparison.Ordinal)
        );
        Assert.All(
            Experiments.Digits.DigitsStudy.Study.Claims.All,
            claim => Assert.Contains($"<td>{claim.Id}</td>", html, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Links_lead_to_ids_that_are_there_once()
    {
        string html = HtmlReport.Of(Samples.Committed(Profile.Paper));
        string[] ids = [.. Regex.Matches(html, " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Distinct().Count(), ids.Length);
        HashSet<string> links = [.. Regex.Matches(html, "href=\"#([^\"]*)\"").Select(match => match.Groups[1].Value)];
        Assert.Subset(ids.ToHashSet(), links);
    }

    [Fact]
    public void Generated_data_are_called_synthetic_at_the_top()
    {
        string html = HtmlReport.Of(Samples.Committed(Profile.Quick));
        int warning = html.IndexOf("Synthetic data.", StringComparison.Ordinal);
        Assert.InRange(warning, 0, html.IndexOf("<article", StringComparison.Ordinal));
    }

    [Fact]
    public void An_experiment_that_has_not_run_is_named_as_missing()
    {
        ReportInput whole = Samples.Committed(Profile.Quick);
        StudyInput first = whole.Studies[0];
        StudyInput part = first with
        {
            Experiments = [first.Experiments[0] with { Folder = null }, .. first.Experiments.Skip(1)],
        };
        string html = HtmlReport.Of(whole with { Studies = [part] });
        Assert.Contains($"Not run, so not in this report: {first.Experiments[0].Target}.", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"<h3 id=\"{first.Experiments[0].Target}\">", html, StringComparison.Ordinal);
    }
}
