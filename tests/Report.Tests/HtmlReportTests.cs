using System.Text.RegularExpressions;
using Research.Report.Claims;
using Research.Report.Input;
using Research.Report.Markup;
using Research.Report.Pages;
using Research.Results.Svg;
using Research.Results.Tables;

namespace Research.Report.Tests;

// The committed results are the input: small enough, and what people read.
public class HtmlReportTests
{
    [Theory]
    [InlineData("quick")]
    [InlineData("paper")]
    public void The_same_results_give_the_same_bytes_and_the_page_loads_nothing_from_elsewhere(string profile)
    {
        string html = HtmlReport.Of(Samples.Committed(profile));
        Assert.Equal(html, HtmlReport.Of(Samples.Committed(profile)));
        string withoutLinks = Regex.Replace(html, "<a [^>]*>", "");
        Assert.All(
            Regex.Matches(withoutLinks, "(?:href|src)=\"([^\"]*)\"").Select(match => match.Groups[1].Value),
            address => Assert.StartsWith("data:", address, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
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
            claim => Assert.Contains($"<tr id=\"claim-{claim[0]}\"><td>{claim[0]}</td>", html, StringComparison.Ordinal)
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
    public void An_experiment_without_a_folder_is_named_as_missing_and_a_study_without_claims_shows_none()
    {
        const string Missing = "Digits.Histograms";
        var whole = Samples.Committed("paper");
        StudyInput digits = whole.Studies.Single(study => study.Description.Name == "Digits");
        StudyInput rest = digits with
        {
            Claims = null,
            Experiments = [.. digits.Experiments.Select(item => item.Target == Missing ? item with { Folder = null } : item)],
        };
        ReportInput input = whole with { Studies = [.. whole.Studies.Select(study => study == digits ? rest : study)] };
        string html = HtmlReport.Of(input);
        Assert.Contains($"Not run, so not in this report: {Missing}.", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"<h3 id=\"{Missing}\">", html, StringComparison.Ordinal);
        Assert.Contains($"### {Missing}\n\nHas not run.\n", MarkdownReport.Of(input), StringComparison.Ordinal);
        Assert.Contains("180 published figures", HtmlReport.Of(whole), StringComparison.Ordinal);
        Assert.DoesNotContain("180 published figures", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_and_titles_are_text_in_both_reports()
    {
        const string Hostile = "x\"><script>alert(1)</script>\u001b[2J\n## Forged";
        var whole = Samples.Committed("quick");
        ReportInput input = whole with
        {
            Studies =
            [
                .. whole.Studies.Select(study =>
                    study with
                    {
                        Description = study.Description with { Name = Hostile, Title = Hostile, About = Hostile },
                        Experiments = [.. study.Experiments.Select(item => item with { Target = Hostile, Name = Hostile })],
                    }
                ),
            ],
        };
        foreach (string page in new[] { HtmlReport.Of(input), MarkdownReport.Of(input) })
        {
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("\n## Forged", page, StringComparison.Ordinal);
            Assert.DoesNotContain(page, c => char.IsControl(c) && c != '\n');
        }
    }

    [Fact]
    public void One_sentence_says_how_many_figures_reproduced_and_every_study_names_its_documents()
    {
        ReportInput input = Samples.Committed("paper");
        CsvTable[] claims = [.. input.Studies.Select(study => study.Claims).OfType<CsvTable>()];
        int Count(params string[] verdicts) =>
            claims.Sum(table => table.Rows.Count(row => verdicts.Contains(table.Cell(row, "verdict"))));

        string html = HtmlReport.Of(input);
        Assert.Contains(
            $", {Count("reproduced", "lower", "higher")} could be compared on the studies&#39; own data: {Count("reproduced")} reproduced",
            html,
            StringComparison.Ordinal
        );
        Assert.All(
            input.Studies.SelectMany(study => study.Description.Documents),
            document =>
            {
                Assert.Contains(SvgText.Encode(document.Title), html, StringComparison.Ordinal);
                Assert.Contains(SvgText.Encode(document.Authors), html, StringComparison.Ordinal);
            }
        );
        Assert.All(input.Studies.Where(study => study.Claims is not null), study => Assert.NotEmpty(study.Description.Documents));
    }

    [Fact]
    public void Every_figure_that_does_not_reproduce_has_a_reason_in_its_row()
    {
        ReportInput input = Samples.Committed("paper");
        Assert.All(
            input.Studies.SelectMany(ClaimRows.Of),
            row => Assert.Equal(row.Outcome == Outcome.Reproduced, row.Why.Length == 0)
        );
        Assert.All(
            input.Studies.SelectMany(study => study.Description.Reasons.Keys.Select(claim => (study, claim))),
            item => Assert.NotEqual(Outcome.Reproduced, ClaimRows.Of(item.study).Single(row => row.Id == item.claim).Outcome)
        );
    }

    [Fact]
    public void Marks_of_the_plot_lead_to_the_rows_of_their_figures()
    {
        string html = HtmlReport.Of(Samples.Committed("paper"));
        string[] marks = [.. Regex.Matches(html, "<a class=\"point\" href=\"#([^\"]*)\"").Select(match => match.Groups[1].Value)];
        Assert.True(marks.Length > 150);
        Assert.All(marks, mark => Assert.Contains($"<tr id=\"{mark}\">", html, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("quick")]
    [InlineData("paper")]
    public void Links_to_files_lead_to_files_of_the_repository(string profile)
    {
        string html = HtmlReport.Of(Samples.Committed(profile));
        string[] files =
        [
            .. Regex
                .Matches(html, "<a href=\"([^\"#][^\"]*)\"")
                .Select(match => match.Groups[1].Value)
                .Where(address => !address.StartsWith("http", StringComparison.Ordinal)),
        ];
        Assert.True(files.Length > 50);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Samples.FolderOf(profile), file)), file));
    }

    [Fact]
    public void An_address_that_is_none_of_the_web_is_no_link()
    {
        var html = new Html();
        html.Link("javascript:alert(1)", "a").Link("https://example.org/?a=\"", "b");
        Assert.Equal("a<a href=\"https://example.org/?a=&quot;\">b</a>", html.ToString());
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
                Regex.Count(
                    html,
                    @"<dt>Cost</dt><dd>Measured: [0-9.]+ (s|minutes) of one core for \d+ targets, with data and features that other experiments share; at most \d+ MiB a worker\. Its tables alone: [0-9.]+ s\."
                )
            );
        }
    }
}
