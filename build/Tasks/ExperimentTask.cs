using Cake.Frosting;
using Research.Data;
using Research.Experiments;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Snapshots;

namespace Research.Build.Tasks;

/// <summary>Runs one experiment; its target is the task's name.</summary>
/// <remarks>A failure or missing data is written down and the other experiments go on; the exit code tells at the end.</remarks>
public abstract class ExperimentTask<TExperiment> : AsyncFrostingTask<BuildContext>
    where TExperiment : Experiment
{
    public override async Task RunAsync(BuildContext context)
    {
        Study study = Studies.All.Single(candidate => candidate.Name == typeof(TExperiment).Namespace!.Split('.')[^1]);
        Experiment experiment = study.Experiment(typeof(TExperiment).Name, context.Options.Profile);
        string target = experiment.Target;
        try
        {
            var progress = new Report(share => context.Display.Progress(target, share));
            RunOutcome outcome = await context.Runner.RunAsync(
                study,
                experiment,
                context.Options.Profile,
                progress,
                context.Cancellation
            );
            context.Outcomes.Add(outcome);
            context.Display.Finish(target, Remark(context, outcome));
        }
        catch (DataUnavailableException error)
        {
            context.Unavailable.Add((target, error.Message));
            context.Display.Finish(target, $"data unavailable. {error.Message}");
        }
        catch (Exception error) when (error is ResearchException or ArgumentException or IOException)
        {
            context.Failures.Add((target, error.Message));
            context.Display.Finish(target, $"FAILED: {error.Message}");
        }
    }

    private static string Remark(BuildContext context, RunOutcome outcome)
    {
        string folder = ResultFolder.PathOf(context.Snapshots, context.Options.Profile, outcome.Experiment);
        string written = Path.GetRelativePath(
            context.Root,
            ResultFolder.PathOf(context.Artifacts, context.Options.Profile, outcome.Experiment)
        );
        string compared =
            !Directory.Exists(folder) ? "no snapshot to compare with"
            : SnapshotComparison.Compare(outcome.Tables, folder).Count == 0 ? "matches its snapshot"
            : "DIFFERS from its snapshot (see --target Verify)";
        return $"{outcome.Tables.Count} tables in {written}; {compared}";
    }

    private sealed class Report(Action<double> report) : IProgress<double>
    {
        void IProgress<double>.Report(double value) => report(value);
    }
}
