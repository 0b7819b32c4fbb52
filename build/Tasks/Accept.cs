using Cake.Frosting;
using Research.Build.Reports;
using Research.Build.Runs;
using Research.Pipeline;
using Research.Pipeline.Targets;

namespace Research.Build.Tasks;

[TaskName("Accept")]
[TaskDescription("Brings every experiment up to date and takes its tables as the new snapshots in results/")]
[IsDependentOn(typeof(Reproduce))]
internal sealed class Accept : FrostingTask<BuildContext>, INeedsEqualBits
{
    public override void Run(BuildContext context)
    {
        if (context.Options.Profile == Profile.Sample)
        {
            context.Failures.Add(("Accept", "a sample is a part of profile paper; run it with --profile paper"));
            return;
        }

        if (context.Published.Count == 0)
        {
            context.Failures.Add(("Accept", "no experiment ran, so no snapshot was taken"));
            return;
        }

        foreach (TablesTarget tables in context.Published)
        {
            Copy(
                context.Project.Workspace.PathOf(tables),
                Path.Combine(context.SnapshotsOfProfile, tables.Experiment.Study, tables.Experiment.Name)
            );
        }

        foreach (string study in context.Claims)
        {
            string snapshot = Path.Combine(context.SnapshotsOfProfile, study, ClaimsTarget.File);
            File.Copy(StudyTask.ClaimsFile(context, study), snapshot, overwrite: true);
        }

        DescriptionFiles.Write(context.SnapshotsOfProfile, DescriptionFiles.OfProfile(context.Project));
        context.Display.Say(
            $"Accept: {context.Published.Count} snapshots taken; say why in changes/ if a committed table moved, then --target Readme"
        );
    }

    // Git has the old ones, so they go first.
    private static void Copy(string source, string target)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        Directory.CreateDirectory(target);
        foreach (string file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file))); // timings and run record too: of this run, never compared
        }
    }
}
