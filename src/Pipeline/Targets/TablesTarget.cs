using System.Security.Cryptography;
using System.Text;
using Research.Pipeline.Closures;
using Research.Pipeline.Descriptions;
using Research.Results.Claims;
using Research.Results.Folders;
using Research.Results.Snapshots;
using Research.Results.Tables;

namespace Research.Pipeline.Targets;

/// <summary>The published folder of an experiment: summary.csv with verdicts, its own tables, and a page to read.</summary>
public sealed class TablesTarget(Study study, Experiment experiment, Profile profile) : Target
{
    public const string Page = "TABLES.md";
    public const string Summary = "summary.csv";

    // Text when the target is declared: what only describes the tables is a setting, and no code of theirs.
    private readonly string _description = Describe.Experiment(experiment).ToJson();

    public Experiment Experiment => experiment;

    /// <summary>The content of experiment.json.</summary>
    public string Description => _description;

    public override string Name => NameOf(experiment.Target);

    public override TargetKind Kind => TargetKind.Tables;

    public override IReadOnlyList<string> Upstream { get; } = [experiment.Target];

    public override string? Folder { get; } = $"{profile.Name()}/{experiment.Study}/{experiment.Name}";

    public override IReadOnlyDictionary<string, string> MoreSettings =>
        new Dictionary<string, string>
        {
            ["description"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_description))),
            ["target"] = experiment.Target,
            ["question"] = experiment.Question,
            ["profile"] = profile.Name(),
            ["answered on other data"] = string.Join(", ", study.StandIns.Keys.Order(StringComparer.Ordinal)),
        };

    public override CodeRoots Roots => OwnMake;

    public static string NameOf(string experiment) => $"{experiment}:tables";

    public override IReadOnlyDictionary<string, string> Data(DataInputs inputs) =>
        new Dictionary<string, string> { [$"claims of {study.Name}"] = study.Claims.Digest };

    public override void Make(Bench bench)
    {
        var data = UsedData.Load(bench.PathOf(experiment.Target, UsedData.File));
        IReadOnlyList<Figure> figures = FigureFile.Read(bench.PathOf(experiment.Target, FigureFile.Name));
        ResultTable summary = Results.Claims.Summary.Of(
            figures,
            data.OnlyRecordings ? study.Claims : null,
            [.. study.StandIns.Keys]
        );
        bench.Write(Summary, summary.ToCsv());
        var page = new StringBuilder();
        page.Append("# ").Append(experiment.Target).Append("\n\n").Append(experiment.Question).Append("\n\n");
        page.Append("Profile: ").Append(profile.Name()).Append(". Data: ").Append(data.Sentence).Append(".\n");
        Append(page, "summary", CsvTable.Parse(summary.ToCsv()));
        foreach (string name in File.ReadLines(bench.PathOf(experiment.Target, ExperimentTarget.TableList)))
        {
            string csv = File.ReadAllText(bench.PathOf(experiment.Target, name + ".csv"));
            bench.Write(name + ".csv", csv);
            if (name != Timings.Name)
            {
                Append(page, name, CsvTable.Parse(csv));
            }
        }

        string rules = SnapshotComparison.Tolerances + ".csv";
        if (bench.Has(experiment.Target, rules))
        {
            bench.Write(rules, File.ReadAllText(bench.PathOf(experiment.Target, rules)));
        }

        bench.Write(Page, page.ToString());
        bench.Write(UsedData.File, data.ToJson());
        bench.Write(ExperimentDescription.File, _description);
    }

    private static void Append(StringBuilder page, string name, CsvTable table) =>
        page.Append("\n## ").Append(name).Append("\n\n").Append(MarkdownTable.Of(table.Header, table.Rows));
}
