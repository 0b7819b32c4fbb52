using Cake.Frosting;
using Research.Build.Runs;
using Research.Pipeline;
using Research.Pipeline.Engines;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;

namespace Research.Build.Tasks;

/// <summary>Has the engine bring one experiment up to date; its target is the task's name.</summary>
/// <remarks>A failure or missing data is written down and the other experiments go on; the exit code tells at the end.</remarks>
/// <param name="target">The experiment's target, such as Digits.GmmHmm.</param>
/// <param name="profiles">The profiles that have it; at least one.</param>
internal sealed class ExperimentTask(string target, IReadOnlyList<Profile> profiles)
    : AsyncFrostingTask<BuildContext>,
        IEngineTask
{
    public bool IsIn(Profile profile) => profiles.Contains(profile);

    public IReadOnlyList<string> Targets(Profile profile) => IsIn(profile) ? [target] : [];

    public bool OnlyTells => true;

    public override async Task RunAsync(BuildContext context)
    {
        if (!IsIn(context.Options.Profile))
        {
            SayMissing(context);
            return;
        }

        IReadOnlyDictionary<string, StepResult> results = await context.Engine.ResultsAsync();
        StepResult result = results[target];
        if (context.Take(result))
        {
            var tables = (TablesTarget)result.Step.Target;
            context.Published.Add(tables);
            context.Display.Say($"{target}: {Remark(context, tables)}");
        }
    }

    // Nothing to say of it unless somebody asked for just this.
    private void SayMissing(BuildContext context)
    {
        if (context.Options.Target == target)
        {
            string asked = context.Options.Profile.Name();
            context.Failures.Add((target, $"it is not in profile {asked}; run it with --profile {profiles[0].Name()}"));
        }
    }

    private static string Remark(BuildContext context, TablesTarget tables)
    {
        string made = context.Project.Workspace.PathOf(tables);
        string snapshot = context.SnapshotOf(tables);
        context.Project.Hashes.Watched.AddTree(snapshot);
        int count = Directory.EnumerateFiles(made, "*.csv").Count();
        string compared =
            !TensorEngine.GivesEqualBits ? $"engine {TensorEngine.Compiled}, so not compared with its snapshot"
            : !Directory.Exists(snapshot) ? "no snapshot to compare with"
            : ComparedTables.Of(context, tables).Count == 0 ? "matches its snapshot"
            : "DIFFERS from its snapshot (see --target Verify)";
        return $"{count} tables in {Path.GetRelativePath(context.Root, made)}; {compared}";
    }
}
