using System.Text.Json;
using Research.Experiments;
using Research.Pipeline;
using Research.Pipeline.Targets;
using Research.Report.Input;

namespace Research.Build.Reports;

/// <summary>Finds what a report is made from: tables and run records of this checkout, method texts of the program's own documentation.</summary>
public static class ReportSource
{
    /// <summary>What the compiler wrote of the experiments' comments.</summary>
    internal static string DocumentationPath => Path.ChangeExtension(Experiments.Catalogue.Assembly, ".xml");

    /// <summary>The input of a profile's report.</summary>
    /// <remarks>Where the committed snapshot has the fingerprint of what lies in artifacts/, the snapshot is shown: its tables are the same, and its
    /// times and machine are the committed ones. So the report of a clean clone has the same bytes on every machine.</remarks>
    /// <param name="isCurrent">Whether this run left a target as it should be: what an earlier run left is not shown. Null to show the committed snapshots as they are, without a run.</param>
    public static ReportInput Of(Project project, string snapshots, Func<Target, bool>? isCurrent)
    {
        Profile profile = project.Settings.Profile;
        var documentation = Documentation.Load(DocumentationPath);
        return new ReportInput
        {
            Profile = profile,
            Studies =
            [
                .. Studies
                    .All.Where(study => study.Experiments(profile).Count > 0)
                    .Select(study => Study(study, project, snapshots, isCurrent, documentation)),
            ],
            Graph =
            [
                .. project
                    .Graph.All.Where(IsDrawn)
                    .Select(target => new TargetNode(target.Name, Column(target.Kind), target.Upstream)),
            ],
            Pins = project.Inputs.Pins,
        };
    }

    private static int Column(TargetKind kind) =>
        kind switch
        {
            TargetKind.Dataset => 0,
            TargetKind.Features => 1,
            _ => 2,
        };

    private static bool IsDrawn(Target target) =>
        target.Kind is TargetKind.Dataset or TargetKind.Features or TargetKind.Tables;

    private static StudyInput Study(
        Study study,
        Project project,
        string snapshots,
        Func<Target, bool>? isCurrent,
        Documentation documentation
    )
    {
        string root = isCurrent is null ? snapshots : project.Settings.Artifacts;
        string claims = Path.Combine(root, project.Settings.Profile.Name(), study.Name, ClaimsTarget.File);
        bool compared =
            project.Graph.Find(ClaimsTarget.NameOf(study.Name)) is { } target
            && isCurrent?.Invoke(target) != false
            && File.Exists(claims);
        return new StudyInput(
            study.Name,
            study.Title,
            documentation.Summary(study.Source),
            compared ? claims : null,
            [
                .. study
                    .Experiments(project.Settings.Profile)
                    .Select(experiment => new ExperimentInput(
                        experiment.Target,
                        experiment.Question,
                        MethodText.Of(documentation.Remarks(experiment.GetType())),
                        experiment.Charts(),
                        FolderOf(project, experiment, snapshots, isCurrent)
                    )),
            ]
        );
    }

    private static string? FolderOf(Project project, Experiment experiment, string snapshots, Func<Target, bool>? isCurrent)
    {
        Target tables = project.Graph[experiment.Target];
        string made = project.Workspace.PathOf(tables);
        string snapshot = Path.Combine(snapshots, tables.Folder!);
        if (isCurrent is null)
        {
            return Directory.Exists(snapshot) ? snapshot : null;
        }

        return !isCurrent(tables) || !Directory.Exists(made) ? null
            : FingerprintIn(snapshot) is { } committed && committed == FingerprintIn(made) ? snapshot
            : made;
    }

    private static string? FingerprintIn(string folder)
    {
        string path = Path.Combine(folder, RunRecord.File);
        try
        {
            return File.Exists(path) ? RunRecord.Load(path).Made.Fingerprint : null;
        }
        catch (JsonException)
        {
            return null; // a snapshot that cannot be read is not the same
        }
    }
}
