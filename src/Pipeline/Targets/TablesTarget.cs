using System.Text;
using Research.Pipeline.Closures;
using Research.Results.Claims;
using Research.Results.Snapshots;
using Research.Results.Tables;

namespace Research.Pipeline.Targets;

/// <summary>The published folder of an experiment: summary.csv with verdicts, its own tables, and a page to read.</summary>
public sealed class TablesTarget(Study study, Experiment experiment, Profile profile) : Target
{
    public const string Page = "TABLES.md";
    public const string Summary = "summary.csv";

    public Experiment Experiment => experiment;

    public override string Name => NameOf(experiment.Target);

    public override TargetKind Kind => TargetKind.Tables;

    public override IReadOnlyList<string> Upstream { get; } = [experiment.Target];

    public override string? Folder { get; } = $"{profile.Name()}/{experiment.Study}/{experiment.Name}";

    public override IReadOnlyDictionary<string, string> MoreSettings { get; } =
        new Dictionary<string, string>
        {
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
        var note = DataNote.Parse(bench.ReadText(experiment.Target, DataNote.Name));
        IReadOnlyList<Figure> figures = FigureFile.Read(bench.OpenRead(experiment.Target, FigureFile.Name));
        ResultTable summary = Results.Claims.Summary.Of(
            figures,
            note.OnlyRecordings ? study.Claims : null,
            [.. study.StandIns.Keys]
        );
        bench.Write(Summary, summary.ToCsv());
        var page = new StringBuilder();
        page.Append("# ").Append(experiment.Target).Append("\n\n").Append(experiment.Question).Append("\n\n");
        page.Append("Profile: ").Append(profile.Name()).Append(". Data: ").Append(note.Text).Append(".\n");
        Append(page, "summary", CsvTable.Parse(summary.ToCsv()));
        foreach (
            string name in bench
                .ReadText(experiment.Target, ExperimentTarget.TableList)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        )
        {
            string csv = bench.ReadText(experiment.Target, name + ".csv");
            bench.Write(name + ".csv", csv);
            if (name != Timings.Name)
            {
                Append(page, name, CsvTable.Parse(csv));
            }
        }

        string rules = SnapshotComparison.Tolerances + ".csv";
        if (bench.Has(experiment.Target, rules))
        {
            bench.Write(rules, bench.ReadText(experiment.Target, rules));
        }

        bench.Write(Page, page.ToString());
    }

    private static void Append(StringBuilder page, string name, CsvTable table) =>
        page.Append("\n## ").Append(name).Append("\n\n").Append(MarkdownTable.Of(table.Header, table.Rows));
}
