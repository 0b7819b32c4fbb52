using System.Security.Cryptography;
using System.Text;
using Research.Data;
using Research.Pipeline.Closures;
using Research.Pipeline.Descriptions;
using Research.Results.Claims;
using Research.Results.Folders;
using Research.Results.Snapshots;
using Research.Results.Tables;

namespace Research.Pipeline.Targets;

/// <summary>An experiment's published folder: summary.csv with verdicts, its own tables, and a page to read. It trains nothing.</summary>
/// <param name="trials">The experiment's, declared once: there may be thousands.</param>
public sealed class TablesTarget(Study study, Experiment experiment, IReadOnlyList<Trial> trials, Profile profile) : Target
{
    public const string Page = "TABLES.md";
    public const string Summary = "summary.csv";

    // Descriptions of the trials, in the order of their numbers.
    private readonly string[] _trials = [.. trials.Select(trial => trial.Description)];

    // Text when the target is declared: what only describes the tables is a setting, and no code of theirs.
    private readonly string _description = Describe.Experiment(experiment).ToJson();

    public Experiment Experiment => experiment;

    /// <summary>The content of experiment.json.</summary>
    public string Description => _description;

    public override string Name => experiment.Target;

    public override TargetKind Kind => TargetKind.Tables;

    public override IReadOnlyList<string> Upstream { get; } =
    [
        .. experiment
            .Data.Select(DatasetTarget.NameOf)
            .Concat(experiment.Features.Select(features => features.Target))
            .Distinct(),
        .. Enumerable.Range(0, trials.Count).Select(i => TrialTarget.NameOf(experiment.Target, i)),
    ];

    public override string? Folder { get; } = $"{profile.Name()}/{experiment.Study}/{experiment.Name}";

    public override long MemoryBytes => experiment.MemoryBytes;

    public override object? Settings => experiment;

    public override IReadOnlyDictionary<string, string> MoreSettings =>
        new Dictionary<string, string>
        {
            ["description"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_description))),
            ["target"] = experiment.Target,
            ["question"] = experiment.Question,
            ["profile"] = profile.Name(),
        };

    public override CodeRoots Roots => OwnMake;

    public override IReadOnlyDictionary<string, string> Data(DataInputs inputs) =>
        new Dictionary<string, string> { [$"claims of {study.Name}"] = study.Claims.Digest };

    public override IReadOnlyDictionary<string, Func<byte[]>> Texts =>
        new Dictionary<string, Func<byte[]>> { [$"claims of {study.Name}"] = study.Claims.ToBytes };

    public override void Make(Job job)
    {
        Measurement measured = experiment.Tabulate(InputsOf(job));
        var data = new UsedData([.. experiment.Data.Select(job.Open).Select(DescriptionOf)]);
        bool compares = profile.UsesRecordings() && data.OnlyRecordings;
        ClaimBook? claims = compares ? study.Claims : null;
        ResultTable summary = Results.Claims.Summary.Of(measured.Figures, claims);
        job.Write(Summary, summary.ToCsv());
        var page = new StringBuilder();
        page.Append("# ").Append(experiment.Target).Append("\n\n").Append(experiment.Question).Append("\n\n");
        page.Append("Profile: ").Append(profile.Name()).Append(". Data: ").Append(data.Sentence).Append(".\n");
#if TORCHSHARP
        page.Append("\nEngine: ").Append(Engines.TensorEngine.Compiled).Append("; its bits depend on the machine.\n");
#endif
        Append(page, summary);
        foreach (ResultTable table in measured.Tables.Select(table => ClaimedTimings.Of(table, measured.TimesAnswer, claims)))
        {
            job.Write(table.Name + ".csv", table.ToCsv());
            if (table.Name != Timings.Name)
            {
                Append(page, table);
            }
        }

        if (SnapshotComparison.TolerancesOf(measured.Tables) is { } tolerances)
        {
            job.Write(SnapshotComparison.Tolerances + ".csv", tolerances.ToCsv());
        }

        foreach ((string name, byte[] content) in measured.Files)
        {
            job.Write(name, content);
        }

        job.Write(Page, page.ToString());
        job.Write(UsedData.File, data.ToJson());
        job.Write(ExperimentDescription.File, _description);
    }

    private static UsedDataset DescriptionOf(Dataset data) =>
        new(data.Id, data.Version, data.Items.Count, data.Digest, data.Synthetic);

    private TableInputs InputsOf(Job job) =>
        new()
        {
            Experiment = experiment,
            Opening = job.Open,
            Reading = features => FeatureFile.Read(job.OpenRead(features.Target, FeatureFile.Name)),
            Results = description => TrialTarget.ResultOf(job, TargetOf(description)),
            Times = description =>
                job.Has(TargetOf(description), Timings.File) ? job.ReadText(TargetOf(description), Timings.File) : null,
        };

    private string TargetOf(string description) =>
        Array.IndexOf(_trials, description) is >= 0 and int index
            ? TrialTarget.NameOf(experiment.Target, index)
            : throw new ArgumentException(
                $"The experiment {experiment.Target} has no trial '{description}'.",
                nameof(description)
            );

    private static void Append(StringBuilder page, ResultTable table)
    {
        var read = CsvTable.Parse(table.ToCsv());
        page.Append("\n## ").Append(table.Name).Append("\n\n").Append(MarkdownTable.Of(read.Header, read.Rows));
    }
}
