using Research.Pipeline;
using Research.Pipeline.Targets;
using Research.Results.Snapshots;
using Research.Results.Tables;

namespace Research.Runner;

/// <summary>The committed tables of a study, results/PROFILE/STUDY/EXPERIMENT/*.csv, beside those that a run made.</summary>
internal sealed class Snapshots(Project project)
{
    private string Folder => Path.Combine(project.Settings.Root, "results", project.Settings.Profile.Name());

    /// <summary>Tells whether the tables of an experiment are those of its snapshot.</summary>
    /// <returns>How many drifts there are. A profile that has no snapshots at all has none: nothing was committed yet.</returns>
    public int Compare(TablesTarget tables)
    {
        string made = project.Workspace.PathOf(tables);
        string where = $"{tables.Name}: tables in {Path.GetRelativePath(project.Settings.Root, made)}";
        if (!Directory.Exists(Folder))
        {
            Terminal.Say($"{where}; no snapshots yet: --target {RunnerOptions.Accept} takes them");
            return 0;
        }

        IReadOnlyList<Drift> drifts = SnapshotComparison.Compare(made, FolderOf(tables));
        Terminal.Say($"{where}; {(drifts.Count == 0 ? "they match their snapshot" : "they DIFFER from their snapshot")}");
        foreach (Drift drift in drifts)
        {
            Terminal.SayLines($"DRIFT {tables.Name}, {drift.Table}: {drift.Message}");
        }

        return drifts.Count;
    }

    /// <summary>Takes the tables of an experiment as its snapshot. Times and run records stay in artifacts/: they are of one run.</summary>
    /// <returns>0: what was taken is no drift.</returns>
    public int Take(TablesTarget tables)
    {
        string snapshot = FolderOf(tables);
        if (Directory.Exists(snapshot))
        {
            Directory.Delete(snapshot, recursive: true); // git has the old one
        }

        Directory.CreateDirectory(snapshot);
        foreach (string file in Directory.EnumerateFiles(project.Workspace.PathOf(tables), "*.csv").Where(IsCompared))
        {
            File.Copy(file, Path.Combine(snapshot, Path.GetFileName(file)));
        }

        Terminal.Say($"{tables.Name}: snapshot taken in {Path.GetRelativePath(project.Settings.Root, snapshot)}");
        return 0;
    }

    private static bool IsCompared(string file) => Path.GetFileNameWithoutExtension(file) != Timings.Name;

    private string FolderOf(TablesTarget tables) => Path.Combine(Folder, tables.Experiment.Study, tables.Experiment.Name);
}
