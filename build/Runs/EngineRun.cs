using Research.Build.Display;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;

namespace Research.Build.Runs;

/// <summary>The engine's part of a build: one run brings all targets of the tasks up to date, in parallel; each task waits for its own.</summary>
internal sealed class EngineRun(
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

    /// <summary>What a run that has ended came to; nothing where none has.</summary>
    public IReadOnlyList<StepResult> Ended =>
        _run.IsValueCreated && _run.Value.IsCompletedSuccessfully ? [.. _run.Value.Result.Values] : [];

    private static async Task<IReadOnlyDictionary<string, StepResult>> RunAsync(
        Project project,
        IReadOnlyList<string> asked,
        RunSettings settings,
        IDisplay display,
        CancellationToken cancellation
    )
    {
        Plan plan = project.Plan(asked);
        using var workers = WorkerProcess.Own();
        var engine = new Engine(project, workers, settings, new RunDisplay(display, plan));
        IReadOnlyList<StepResult> results = await engine.RunAsync(plan, cancellation);
        return results.ToDictionary(result => result.Target, StringComparer.OrdinalIgnoreCase);
    }
}
