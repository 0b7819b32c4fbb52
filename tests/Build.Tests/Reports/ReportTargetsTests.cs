using Cake.Frosting;
using Research.Build.Tasks;
using Research.Experiments;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Report;
using Research.Report.Readme;
using Research.Tests;

namespace Research.Build.Tests.Reports;

/// <summary>The pages of the package as targets of its engine.</summary>
public sealed class ReportTargetsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Profile.Quick)]
    [InlineData(Profile.Paper)]
    public async Task The_committed_page_and_the_README_are_what_the_targets_make_of_the_committed_tables(Profile profile)
    {
        using Project project = Open(profile);
        IReadOnlyList<StepResult> results = await RunAsync(project, project.Plan(SnapshotReportTarget.Id, ReadmeTarget.Id));
        Assert.All(results, result => Assert.Equal((StepEnd.Made, result.Step.Reason), (result.End, result.Message)));
        string pages = project.Workspace.PathOf(project.Graph[SnapshotReportTarget.Id]);
        Assert.Equal(Text("results", profile.Name(), MarkdownReport.File), await ReadAsync(pages, MarkdownReport.File));
        Assert.EndsWith("</html>\n", await ReadAsync(pages, HtmlReport.File), StringComparison.Ordinal);
        string section = await ReadAsync(project.Workspace.PathOf(project.Graph[ReadmeTarget.Id]), ReadmeTarget.File);
        Assert.Equal(Text("README.md"), ResultsSection.Update(Text("README.md"), section));
        Plan again = project.Plan(SnapshotReportTarget.Id, ReadmeTarget.Id);
        Assert.All(again.Needed, step => Assert.Equal(StepState.UpToDate, step.State));
    }

    // A change in a page or in the drawing of a chart makes the report anew, and nothing that trains.
    [Fact]
    public void The_code_of_the_report_is_that_of_its_pages_and_charts_and_the_tables_have_none_of_it()
    {
        using Project project = Open(Profile.Quick);
        Plan plan = project.Plan(ReportTarget.Id);
        string[] report = Code(plan, ReportTarget.Id);
        Assert.Contains(report, symbol => symbol.Contains("Research.Report.Pages.FrontPage::Write(", StringComparison.Ordinal));
        Assert.Contains(report, symbol => symbol.Contains("Research.Results.Charts.BarChart::Draw(", StringComparison.Ordinal));
        Assert.Contains("resource report.css", report);
        string[] strange = ["Research.Models.", "Research.Torch.", "Research.Features.", "Research.Experiments.Digits."];
        Assert.DoesNotContain(
            report,
            symbol =>
                strange.Any(name =>
                    symbol.Contains(name, StringComparison.Ordinal) && !symbol.Contains("Catalogue", StringComparison.Ordinal)
                )
        );
        string[] tables = Code(plan, "Digits.Pca");
        Assert.NotEmpty(tables);
        Assert.DoesNotContain(tables, symbol => symbol.Contains("Research.Report.", StringComparison.Ordinal));
        Assert.DoesNotContain(tables, symbol => symbol.Contains("Chart::Draw(", StringComparison.Ordinal));
    }

    [Fact]
    public void The_tasks_of_the_pages_stand_for_targets_of_the_engine()
    {
        TaskCatalog catalog = Program.Tasks();
        Assert.Equal([ReportTarget.Id], Targets(nameof(Reproduce), Profile.Quick));
        Assert.Equal([SnapshotReportTarget.Id], Targets("Report", Profile.Paper));
        Assert.Equal([ReadmeTarget.Id], Targets("Readme", Profile.Quick));
        Assert.Empty(Targets("Report", Profile.Sample));

        IReadOnlyList<string> Targets(string task, Profile profile) => ((IEngineTask)catalog.Create(task)).Targets(profile);
    }

    [Fact]
    public void A_sample_has_no_report()
    {
        using Project project = Open(Profile.Sample);
        Assert.Null(project.Graph.Find(ReportTarget.Id));
        Assert.Null(project.Graph.Find(SnapshotReportTarget.Id));
        Assert.NotNull(project.Graph.Find(ReadmeTarget.Id));
    }

    private static string[] Code(Plan plan, string target) => [.. plan[target].Fingerprint!["code"].Parts.Keys];

    private static string Text(params string[] path) => File.ReadAllText(Path.Combine([RealData.Repository(), .. path]));

    private static Task<string> ReadAsync(string folder, string file) => File.ReadAllTextAsync(Path.Combine(folder, file));

    private static Task<IReadOnlyList<StepResult>> RunAsync(Project project, Plan plan)
    {
        var settings = new RunSettings
        {
            Jobs = 1,
            MemoryBytes = 1L << 40,
            CheckpointInterval = TimeSpan.Zero,
        };
        return new Engine(project, new InProcess(project.Graph), settings, new Silence()).RunAsync(plan, CancellationToken.None);
    }

    private Project Open(Profile profile) =>
        Project.Open(
            ProjectSettings.Standard(RealData.Repository(), Catalogue.Assembly, profile, paranoid: false) with
            {
                Cache = Path.Combine(_folder, "cache"),
                Artifacts = Path.Combine(_folder, "artifacts"),
                SharedStore = null,
                Remote = null,
            }
        );

    private sealed class Silence : IRunObserver
    {
        public void Started(Step step) { }

        public void Progress(Step step, double share) { }

        public void Ended(StepResult result) { }
    }
}
