using Research.Report.Input;
using Research.Results.Folders;

namespace Research.Report.Exports.Input;

/// <summary>An experiment that has committed results.</summary>
/// <param name="Study">Such as Digits.</param>
/// <param name="Folder">Its tables, what they show, and how they were made.</param>
/// <param name="Data">Ids of all datasets that it was made from: recordings, and weights that others trained.</param>
/// <param name="Source">Its file of code; null where the checkout does not have it.</param>
internal sealed record ExportedExperiment(
    StudyDescription Study,
    ResultFolder Folder,
    IReadOnlyList<string> Data,
    RepositoryFile? Source
)
{
    /// <summary>Such as Digits.GmmHmm.</summary>
    public string Target => Folder.Description.Target;

    /// <summary>Such as GmmHmm.</summary>
    public string Name => Folder.Description.Name;

    /// <summary>Brings its tables up to date.</summary>
    public string CommandIn(string profile) => $"./build.sh --target {Target} --profile {profile}";

    /// <summary>Those that ran, in the studies' order.</summary>
    public static IEnumerable<ExportedExperiment> All(string root, ReportInput report) =>
        from study in report.Studies
        from experiment in study.Experiments
        let folder = experiment.Folder
        where folder is not null
        select new ExportedExperiment(
            study.Description,
            folder,
            DataOf(experiment.Target, report.Graph),
            study.Description.SourceFolder is { } source ? RepositoryFile.Find(root, $"{source}/{experiment.Name}.cs") : null
        );

    private static IReadOnlyList<string> DataOf(string target, GraphDescription graph)
    {
        Dictionary<string, GraphTarget> targets = graph.Targets.ToDictionary(item => item.Name);
        HashSet<string> behind = [];
        void Add(string name)
        {
            if (targets.TryGetValue(name, out GraphTarget? found) && behind.Add(name))
            {
                foreach (string upstream in found.Upstream)
                {
                    Add(upstream);
                }
            }
        }

        Add(target);
        return
        [
            .. graph
                .Targets.Where(item => item.Kind == GraphTargetKind.Dataset && behind.Contains(item.Name))
                .Select(item => item.Label),
        ];
    }
}
