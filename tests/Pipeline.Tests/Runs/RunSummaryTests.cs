using Research.Pipeline.Planning;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Tests.Runs;

public sealed class RunSummaryTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void The_last_line_names_what_failed_and_not_what_was_skipped_for_it()
    {
        IReadOnlyList<StepResult> results = _project.Run(Counting.Standard with { Fail = true });
        string last = RunSummary.Of(results).Split('\n')[^1];
        Assert.EndsWith("; cause: Tests.Counting failed: asked to fail", last, StringComparison.Ordinal);
        Assert.Contains("1 FAILED", last, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_in_which_nothing_failed_has_no_cause() => Assert.Null(RunSummary.CauseOf(_project.Run(Counting.Standard)));

    [Theory]
    [InlineData("the disk is full\na trace", "another", "causes: {0} failed: the disk is full; 1 more failed (above)")]
    [InlineData("the disk is full", "the disk is full", "cause: {0} and 1 more failed: the disk is full")]
    public void Of_several_failures_the_first_is_told_and_what_was_not_begun_is_none(string first, string second, string told)
    {
        using Project project = _project.Open(Counting.Standard);
        Step step = project.Plan("all").Needed.First();
        StepResult[] results =
        [
            new(step, StepEnd.Stopped, "not begun", 0),
            new(step, StepEnd.Failed, first, 0),
            new(step, StepEnd.Failed, second, 0),
        ];
        string expected = told.Replace("{0}", step.Target.Name, StringComparison.Ordinal);
        Assert.Equal(expected, RunSummary.CauseOf(results));
    }
}
