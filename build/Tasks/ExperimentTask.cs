using Cake.Frosting;
using Research.Experiments;
using Research.Pipeline;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Results.Snapshots;

namespace Research.Build.Tasks;

/// <summary>Has the engine bring one experiment up to date; its target is the task's name.</summary>
/// <remarks>A failure or missing data is written down and the other experiments go on; the exit code tells at the end.</remarks>
public abstract class ExperimentTask<TExperiment> : AsyncFrostingTask<BuildContext>, IEngineTask
    where TExperiment : Experiment
{
    private static string Target => $"{typeof(TExperiment).Namespace!.Split('.')[^1]}.{typeof(TExperiment).Name}";

    public IReadOnlyList<string> Targets(Profile profile) => IsIn(profile) ? [Target] : [];

    public override async Task RunAsync(BuildContext context)
    {
        if (!IsIn(context.Options.Profile))
        {
            SayMissing(context);
            return;
        }

        IReadOnlyDictionary<string, StepResult> results = await context.Engine.ResultsAsync();
        StepResult result = results[Target];
        if (context.Take(result))
        {
            var tables = (TablesTarget)result.Step.Target;
            context.Published.Add(tables);
            context.Display.Say($"{Target}: {Remark(context, tables)}");
        }
    }

    private static bool IsIn(Profile profile) =>
        Studies.All.SelectMany(study => study.Experiments(profile)).Any(experiment => experiment.Target == Target);

    // Nothing to say of it unless somebody asked for just this.
    private static void SayMissing(BuildContext context)
    {
        if (context.Options.Target == Target)
        {
            Profile other = context.Options.Profile == Profile.Quick ? Profile.Paper : Profile.Quick;
            context.Failures.Add(
                (Target, $"it is not in profile {context.Options.Profile.Name()}; run it with --profile {other.Name()}")
            );
        }
    }

    private static string Remark(BuildContext context, TablesTarget tables)
    {
        string made = context.Project.Workspace.PathOf(tables);
        string snapshot = context.SnapshotOf(tables);
        int count = Directory.EnumerateFiles(made, "*.csv").Count();
        string compared =
            context.Options.Profile == Profile.Sample ? "see --target Verify"
            : !Directory.Exists(snapshot) ? "no snapshot to compare with"
            : SnapshotComparison.Compare(made, snapshot).Count == 0 ? "matches its snapshot"
            : "DIFFERS from its snapshot (see --target Verify)";
        return $"{count} tables in {Path.GetRelativePath(context.Root, made)}; {compared}";
    }
}
