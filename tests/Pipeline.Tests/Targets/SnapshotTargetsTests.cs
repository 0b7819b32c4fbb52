using Research.Pipeline.Runs;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Targets;

public sealed class SnapshotTargetsTests : IDisposable
{
    private static readonly TestCatalogue Catalogue = new([]) { HasSnapshots = true };

    private readonly TemporaryProject _project = new();

    public SnapshotTargetsTests()
    {
        Write("quick/graph.json", "{}");
        Write("quick/Tests/Counting/counts.csv", "n\n3\n");
        Write("paper/Tests/Counting/counts.csv", "n\n4\n");
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public void The_report_and_the_section_are_made_of_the_committed_files_without_a_run()
    {
        Run();
        Assert.Equal("0 pins\nTests/Counting/counts.csv\ngraph.json", Read("snapshots/quick/REPORT.md"));
        Assert.Equal("Tests/Counting/counts.csv", Read("readme/results.md"));
        Assert.All(Run().Values, end => Assert.Equal(StepEnd.UpToDate, end));
    }

    [Fact]
    public void A_changed_table_makes_what_shows_it_anew()
    {
        Run();
        Write("quick/Tests/Counting/counts.csv", "n\n5\n");
        Assert.Equal((StepEnd.Made, StepEnd.UpToDate), (Run()[SnapshotReportTarget.Id], Run()[ReadmeTarget.Id]));
        Write("paper/Tests/Counting/other.csv", "n\n");
        Assert.Equal(StepEnd.Made, Run()[ReadmeTarget.Id]);
        Assert.Contains("other.csv", Read("readme/results.md"), StringComparison.Ordinal);
    }

    // They are made from the rest.
    [Fact]
    public void Pages_among_the_committed_files_change_nothing()
    {
        Run();
        Write("quick/REPORT.md", "# Results");
        Write("quick/report.html", "<html>");
        Assert.All(Run().Values, end => Assert.Equal(StepEnd.UpToDate, end));
    }

    [Fact]
    public void Where_nothing_is_committed_they_are_unavailable_and_say_what_to_do()
    {
        Directory.Delete(Path.Combine(_project.Folder, "results"), recursive: true);
        StepResult report = _project.Run(Catalogue).Single(result => result.Target == SnapshotReportTarget.Id);
        Assert.Equal(StepEnd.Unavailable, report.End);
        Assert.Contains("--target Accept --profile quick", report.Message, StringComparison.Ordinal);
    }

    private Dictionary<string, StepEnd> Run() =>
        _project
            .Run(Catalogue)
            .Where(result => result.Target != ReportTarget.Id)
            .ToDictionary(result => result.Target, result => result.End);

    private string Read(string file) => File.ReadAllText(Path.Combine(_project.Artifacts, file));

    private void Write(string file, string text)
    {
        string path = Path.Combine(_project.Folder, "results", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
