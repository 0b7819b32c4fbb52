using System.Security.Cryptography;
using System.Text;
using Research.Pipeline.Closures;

namespace Research.Pipeline.Targets;

/// <summary>The report of a run: pages that are written from the folder of results which the experiments and the claims upstream make.</summary>
/// <remarks>It shows what could be made of them, and the times of the run that made it. The writer knows no target: it reads a folder.</remarks>
public sealed class ReportTarget(IReported catalogue, TargetGraph graph, IReadOnlyList<Study> studies, Profile profile) : Target
{
    public const string Id = "report";

    private readonly ReportWriter _writer = new(catalogue.Report);
    private readonly TablesTarget[] _tables = [.. graph.All.OfType<TablesTarget>()];

    // Text when the target is declared, as each experiment's own description: a setting, and no code of the pages.
    private readonly IReadOnlyDictionary<string, string> _descriptions = ResultDescriptions.Of(graph, studies, profile);

    // Where the files of each target upstream lie below the folder of results.
    private readonly (string Target, string Folder)[] _folders =
    [
        .. graph
            .All.OfType<TablesTarget>()
            .Select(tables => (tables.Name, Path.Combine(tables.Experiment.Study, tables.Experiment.Name))),
        .. graph.All.OfType<ClaimsTarget>().Select(claims => (claims.Name, claims.Study)),
    ];

    public override string Name => Id;

    public override TargetKind Kind => TargetKind.Report;

    public override IReadOnlyList<string> Upstream => [.. _folders.Select(item => item.Target)];

    public override bool LeavesOutMissing => true;

    public override bool ReadsRunRecords => true;

    public override string? Folder { get; } = profile.Name();

    public override bool OwnsFolder => false;

    public override object? Settings => _writer;

    public override IReadOnlyDictionary<string, string> MoreSettings =>
        _descriptions.ToDictionary(
            file => file.Key,
            file => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Value)))
        );

    // Files name the kinds of their charts, so no code makes objects of them.
    public override CodeRoots Roots =>
        OwnMake with
        {
            Instances =
            [
                .. OwnMake.Instances,
                .. _tables.SelectMany(tables => tables.Experiment.Charts()).Select(chart => chart.GetType()).Distinct(),
            ],
        };

    public override IReadOnlyDictionary<string, string> Data(DataInputs inputs) => inputs.PinsLeaf();

    public override void Make(Job job)
    {
        string results = Path.Combine(job.Folder, "results"); // a folder within is no output
        foreach ((string file, string content) in _descriptions)
        {
            Put(results, file, Encoding.UTF8.GetBytes(content));
        }

        foreach ((string target, string folder) in _folders)
        {
            foreach (string file in job.FilesOf(target))
            {
                Put(results, Path.Combine(folder, file), job.Read(target, file));
            }
        }

        _writer.Write(results, job.Pins(), job.Folder);
    }

    private static void Put(string results, string file, byte[] content)
    {
        string path = Path.Combine(results, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
