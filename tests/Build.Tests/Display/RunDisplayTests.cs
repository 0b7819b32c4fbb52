using System.Globalization;
using Research.Build.Display;
using Research.Data;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Results.Trials;

namespace Research.Build.Tests.Display;

public class RunDisplayTests
{
    private readonly Notes _notes = new();

    [Fact]
    public void The_trials_of_an_experiment_are_one_line_with_their_common_share()
    {
        Step[] steps = [Trial("E.Grid/1"), Trial("E.Grid/2"), Trial("E.Other/1")];
        RunDisplay display = Of(steps);
        display.Started(steps[0]);
        display.Started(steps[1]);
        display.Progress(steps[0], 0.5);
        display.Ended(new StepResult(steps[0], StepEnd.Made, "", 1));
        display.Progress(steps[1], 0.5);
        display.Ended(new StepResult(steps[1], StepEnd.Made, "", 1));
        Assert.Equal(
            [
                "start E.Grid, trials",
                "E.Grid, trials: 0.25",
                "E.Grid, trials: 0.5",
                "E.Grid, trials: 0.75",
                "E.Grid, trials: 1",
                "finish E.Grid, trials: 2 made",
            ],
            _notes.Lines
        );
    }

    [Fact]
    public void A_trial_that_fails_is_named_with_its_reason_and_counted_apart()
    {
        Step[] steps = [Trial("E.Grid/1"), Trial("E.Grid/2"), Trial("E.Grid/3")];
        RunDisplay display = Of(steps);
        display.Ended(new StepResult(steps[0], StepEnd.Failed, "the disk is full", 1));
        display.Ended(new StepResult(steps[1], StepEnd.Made, "", 1));
        display.Ended(new StepResult(steps[2], StepEnd.Restored, "", 0));
        Assert.Contains("say E.Grid/1: FAILED: the disk is full", _notes.Lines);
        Assert.Equal("finish E.Grid, trials: 1 restored, 1 made, 1 failed", _notes.Lines[^1]);
    }

    [Fact]
    public void Trials_that_are_up_to_date_or_not_needed_are_no_part_of_what_is_to_do()
    {
        Step made = Trial("E.Grid/3");
        RunDisplay display = Of(Trial("E.Grid/1", StepState.UpToDate), Trial("E.Grid/2", StepState.Unneeded), made);
        display.Ended(new StepResult(Trial("E.Grid/1", StepState.UpToDate), StepEnd.UpToDate, "", 0));
        display.Progress(made, 0.5);
        display.Ended(new StepResult(made, StepEnd.Made, "", 1));
        Assert.Equal(["E.Grid, trials: 0.5", "E.Grid, trials: 1", "finish E.Grid, trials: 1 made"], _notes.Lines);
    }

    [Fact]
    public void Any_other_target_has_a_line_of_its_own_and_one_that_is_up_to_date_has_none()
    {
        var tables = new Step(new DatasetTarget(Nothing), null, StepState.Run, "");
        RunDisplay display = Of(tables);
        display.Started(tables);
        display.Started(tables with { State = StepState.Restore }); // it takes no time
        display.Progress(tables, 0.5);
        display.Ended(new StepResult(tables, StepEnd.Made, "never made here", 1));
        display.Ended(new StepResult(tables, StepEnd.Failed, "no data", 1));
        display.Ended(new StepResult(tables, StepEnd.UpToDate, "", 0));
        Assert.Equal(
            [
                "start data:nothing",
                "data:nothing: 0.5",
                "finish data:nothing: made: never made here",
                "finish data:nothing: FAILED: no data",
            ],
            _notes.Lines
        );
    }

    private static GeneratedDataset Nothing { get; } = new("nothing", () => throw new NotSupportedException("No test opens it."));

    private static Step Trial(string name, StepState state = StepState.Run) =>
        new(new TrialTarget(new Idle(), name, []), null, state, "");

    private RunDisplay Of(params Step[] steps) => new(_notes, new Plan(steps));

    private sealed record Idle : Trial
    {
        public override string Description => "idle";

        public override IReadOnlyList<DatasetRef> Data => [];

        public override TrialResult Run(TrialInputs inputs) => throw new NotSupportedException("No test runs it.");
    }

    private sealed class Notes : IDisplay
    {
        public List<string> Lines { get; } = [];

        public Task ShowAsync(Func<Task> body) => body();

        public void Start(string target) => Lines.Add($"start {target}");

        public void Progress(string target, double share) =>
            Lines.Add(string.Create(CultureInfo.InvariantCulture, $"{target}: {share}"));

        public void Finish(string target, string remark) => Lines.Add($"finish {target}: {remark}");

        public void Say(string line) => Lines.Add($"say {line}");
    }
}
