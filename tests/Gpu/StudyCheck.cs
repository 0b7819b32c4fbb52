using Research.Experiments;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Results.Snapshots;

namespace Research.Gpu;

/// <summary>The networks of the digit study in profile quick, trained anew as --device has it, and their tables beside the committed ones.</summary>
internal static class StudyCheck
{
    private static readonly string[] Experiments = ["Digits.Lstm", "Digits.BiLstm", "Digits.Mlp"];

    public static IReadOnlyList<Comparison> Run(CheckSetting setting)
    {
        string folder = Directory.CreateTempSubdirectory("research-gpu-").FullName;
        try
        {
            return Run(setting, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<Comparison> Run(CheckSetting setting, string folder)
    {
        ProjectSettings own = ProjectSettings.Standard(setting.Root, Catalogue.Assembly, Profile.Quick, paranoid: false) with
        {
            Cache = Path.Combine(folder, "cache"), // nothing that was made before counts
            SharedStore = null,
            Remote = null,
            Artifacts = Path.Combine(folder, "artifacts"),
        };
        using var project = Project.Open(own);
        Plan plan = project.Plan(Experiments);
        RunSettings bounds = new()
        {
            Jobs = Environment.ProcessorCount,
            MemoryBytes = RunSettings.StandardMemory,
            CheckpointInterval = RunSettings.StandardInterval,
            Device = setting.Name,
        };
        using var workers = WorkerProcess.Own();
        var failed = new Failures();
        new Engine(project, workers, bounds, failed).RunAsync(plan, CancellationToken.None).GetAwaiter().GetResult();
        return failed.All.Count > 0
            ? failed.All
            :
            [
                .. Experiments
                    .SelectMany(project.Graph.Resolve)
                    .OfType<TablesTarget>()
                    .Select(tables => Compared(project, tables)),
            ];
    }

    private static Comparison Compared(Project project, TablesTarget tables)
    {
        string snapshots = Path.Combine(
            project.Settings.Root,
            "results",
            Profile.Quick.Name(),
            tables.Experiment.Study,
            tables.Experiment.Name
        );
        IReadOnlyList<Drift> drifts = SnapshotComparison.Compare(project.Workspace.PathOf(tables), snapshots);
        string text = string.Join("; ", drifts.Take(3).Select(drift => $"{drift.Table}: {drift.Message}"));
        return new Comparison(tables.Experiment.Target, drifts.Count == 0 ? null : text);
    }

    private sealed class Failures : IRunObserver
    {
        public List<Comparison> All { get; } = [];

        public void Started(Step step) { }

        public void Progress(Step step, double share) { }

        public void Ended(StepResult result)
        {
            if (!result.IsWell)
            {
                lock (All)
                {
                    All.Add(new Comparison(result.Target, result.Message));
                }
            }
        }
    }
}
