using Research.Build.Display;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;

namespace Research.Build;

/// <summary>The engine's part of a build: one run brings all targets of the tasks up to date, in parallel; each task waits for its own.</summary>
public sealed class EngineRun(
    Project project,
    IReadOnlyList<string> asked,
    RunSettings settings,
    IDisplay display,
    CancellationToken cancellation
)
{
    private readonly Lazy<Task<IReadOnlyDictionary<string, StepResult>>> _run = new(() =>
        RunAsync(project, asked, settings, display, cancellation)
    );

    /// <summary>Results by target; the first who asks starts the run.</summary>
    public Task<IReadOnlyDictionary<string, StepResult>> ResultsAsync() => _run.Value;

    private static async Task<IReadOnlyDictionary<string, StepResult>> RunAsync(
        Project project,
        IReadOnlyList<string> asked,
        RunSettings settings,
        IDisplay display,
        CancellationToken cancellation
    )
    {
        Plan plan = project.Plan(asked);
        var engine = new Engine(project, WorkerProcess.Own(), settings, new Observer(display));
        IReadOnlyList<StepResult> results = await engine.RunAsync(plan, cancellation);
        return results.ToDictionary(result => result.Target, StringComparer.OrdinalIgnoreCase);
    }

    private sealed class Observer(IDisplay display) : IRunObserver
    {
        public void Started(Step step)
        {
            if (step.State == StepState.Run)
            {
                display.Start(step.Target.Name);
            }
        }

        public void Progress(Step step, double share) => display.Progress(step.Target.Name, share);

        public void Ended(StepResult result)
        {
            if (result.End != StepEnd.Stayed)
            {
                display.Finish(
                    result.Target,
                    $"{(result.End == StepEnd.Failed ? "FAILED" : result.End.ToString().ToLowerInvariant())}: {result.Message}"
                );
            }
        }
    }
}
