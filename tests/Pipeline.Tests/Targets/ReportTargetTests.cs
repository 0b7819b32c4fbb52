using Research.Data;
using Research.Numerics;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Results.Charts;

namespace Research.Pipeline.Tests.Targets;

public sealed class ReportTargetTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    private string Page => File.ReadAllText(Path.Combine(_project.Artifacts, "quick", "REPORT.md"));

    public void Dispose() => _project.Dispose();

    [Fact]
    public void It_is_made_of_a_folder_with_tables_descriptions_and_run_records()
    {
        _project.Run(Counting.Standard);
        string[] files = ["TABLES.md", "counts.csv", "data.json", "experiment.json", "run.json", "summary.csv"];
        Assert.Equal(
            ["0 pins", .. files.Select(file => $"Tests/Counting/{file}"), "Tests/study.json", "graph.json"],
            Page.Split('\n')
        );
        Assert.Equal(["REPORT.md"], Directory.GetFiles(Path.Combine(_project.Artifacts, "quick")).Select(Path.GetFileName));
    }

    [Fact]
    public void An_edited_page_is_put_right_from_the_store()
    {
        _project.Run(Counting.Standard);
        string whole = Page;
        File.WriteAllText(Path.Combine(_project.Artifacts, "quick", "REPORT.md"), "edited");
        Assert.Equal(StepEnd.Restored, End(_project.Run(Counting.Standard)));
        Assert.Equal(whole, Page);
    }

    // What an earlier run left must not pass for this run's.
    [Fact]
    public void An_experiment_that_failed_is_left_out_and_the_next_run_has_nothing_to_do_for_the_rest()
    {
        _project.Run(Counting.Standard, CountingAgain.Standard);
        Assert.Contains("Tests/Counting/", Page, StringComparison.Ordinal);
        Assert.Equal(StepEnd.Made, End(_project.Run(Counting.Standard with { Fail = true }, CountingAgain.Standard)));
        Assert.DoesNotContain("Tests/Counting/", Page, StringComparison.Ordinal);
        Assert.Contains("Tests/CountingAgain/summary.csv", Page, StringComparison.Ordinal);
        Assert.Equal(StepEnd.UpToDate, End(_project.Run(Counting.Standard with { Fail = true }, CountingAgain.Standard)));
        Assert.Equal(StepEnd.Restored, End(_project.Run(Counting.Standard, CountingAgain.Standard)));
        Assert.Contains("Tests/Counting/", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_that_failed_is_not_remembered_as_made()
    {
        Counting failing = Counting.Standard with { Fail = true };
        _project.Run(failing, CountingAgain.Standard);
        using Project project = _project.Open(failing, CountingAgain.Standard);
        Assert.Null(project.Workspace.LastOf(project.Graph["Tests.Counting"]));
        Assert.NotNull(project.Workspace.LastOf(project.Graph["Tests.CountingAgain"]));
    }

    [Fact]
    public void Without_any_experiment_there_is_no_report()
    {
        StepResult report = _project.Run(Counting.Standard with { Fail = true }).Single(result => result.Target == "report");
        Assert.Equal(("skipped: Tests.Counting failed (asked to fail)", StepEnd.Blocked), (report.Message, report.End));
    }

    [Fact]
    public void Experiments_without_their_data_are_left_out_before_anything_runs()
    {
        Counting lacking = Counting.Standard with { Data = [new FolderDataset("own", "none", "*.txt", _ => [])] };
        Assert.Equal(StepEnd.Made, End(_project.Run(lacking, CountingAgain.Standard)));
        Assert.DoesNotContain("Tests/Counting/", Page, StringComparison.Ordinal);
        Assert.Equal("report up to date", _project.States(lacking, CountingAgain.Standard)[^1]);
        Assert.Equal(StepEnd.Unavailable, End(_project.Run(lacking)));
    }

    [Fact]
    public void Other_pins_make_the_report_anew_and_nothing_else()
    {
        _project.Run(Counting.Standard);
        File.WriteAllText(Path.Combine(_project.Folder, "datasets.lock"), "{ \"datasets\": [], \"generated\": [] }");
        Assert.Equal(["report make"], Changed(Counting.Standard));
    }

    [Fact]
    public void A_sample_has_no_report() =>
        Assert.Null(TargetGraph.Of(new TestCatalogue([Counting.Standard]), Profile.Sample).Find("report"));

    [Fact]
    public void It_shows_times_so_it_is_not_challenged()
    {
        _project.Run(Counting.Standard);
        using Project project = _project.Open(Counting.Standard);
        Assert.DoesNotContain(Challenge.Candidates(project, project.Plan("all")), step => step.Target.Name == "report");
    }

    [Fact]
    public void Its_code_is_that_of_its_writer_and_of_the_charts_that_are_declared()
    {
        using Project project = _project.Open(Counting.Standard, Drawn.Standard);
        IReadOnlyDictionary<string, string> code = project.Plan("report")["report"].Fingerprint!["code"].Parts;
        Assert.Contains(code.Keys, symbol => symbol.Contains("TestPages::Write", StringComparison.Ordinal));
        Assert.Contains(code.Keys, symbol => symbol.Contains($"type {typeof(BarChart).FullName}", StringComparison.Ordinal));
        Assert.DoesNotContain(code.Keys, symbol => symbol.Contains(nameof(GridChart), StringComparison.Ordinal));
        Assert.DoesNotContain(code.Keys, symbol => symbol.Contains("Counting::Tabulate", StringComparison.Ordinal));
    }

    private static StepEnd End(IReadOnlyList<StepResult> results) => results.Single(result => result.Target == "report").End;

    private string[] Changed(params IReadOnlyList<Experiment> experiments) =>
        [.. _project.States(experiments).Where(state => !state.EndsWith(" up to date", StringComparison.Ordinal))];

    private sealed record Drawn : Experiment
    {
        public static Drawn Standard => new() { Data = [Counting.Three], Seeds = [1] };

        public override string Question => "What does it look like?";

        public override IReadOnlyList<Chart> Charts() => [BarChart.Accuracies("None.", "test")];

        public override Measurement Tabulate(TableInputs inputs) => throw new ResearchException("No test runs it.");
    }
}
