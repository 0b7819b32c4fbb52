using Research.Pipeline.Closures;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Pipeline.Targets;

/// <summary>claims.csv of a study: every published figure with ours and a verdict. Only where the data are the study's own.</summary>
public sealed class ClaimsTarget(Study study, IReadOnlyList<Experiment> experiments, Profile profile) : Target
{
    public const string File = "claims.csv";

    /// <summary>Name of the study.</summary>
    public string Study => study.Name;

    public override string Name => NameOf(study.Name);

    public override TargetKind Kind => TargetKind.Tables;

    public override IReadOnlyList<string> Upstream { get; } = [.. experiments.Select(experiment => experiment.Target)];

    public override string? Folder { get; } = $"{profile.Name()}/{study.Name}";

    public override bool OwnsFolder => false;

    public override IReadOnlyDictionary<string, string> MoreSettings { get; } =
        new Dictionary<string, string>
        {
            ["not public"] = string.Join(", ", study.NotPublic.Order(StringComparer.Ordinal)),
            ["pending"] = string.Join(", ", study.Pending.Order(StringComparer.Ordinal)),
        };

    public override CodeRoots Roots => OwnMake;

    public static string NameOf(string study) => $"{study}:claims";

    public override IReadOnlyDictionary<string, string> Data(DataInputs inputs) =>
        new Dictionary<string, string> { [$"claims of {study.Name}"] = study.Claims.Digest };

    public override IReadOnlyDictionary<string, Func<byte[]>> Texts =>
        new Dictionary<string, Func<byte[]>> { [$"claims of {study.Name}"] = study.Claims.ToBytes };

    public override void Make(Job job)
    {
        Dictionary<string, CsvTable> summaries = experiments.ToDictionary(
            experiment => experiment.Target,
            experiment => CsvTable.Parse(job.ReadText(experiment.Target, TablesTarget.Summary))
        );
        job.Write(File, ClaimReport.Of(study.Claims, summaries, Timed(job), study.NotPublic, study.Pending).ToCsv());
    }

    private Dictionary<string, string> Timed(Job job)
    {
        var timed = new Dictionary<string, string>();
        foreach (string target in experiments.Select(experiment => experiment.Target))
        {
            if (job.Has(target, Timings.File))
            {
                var timings = CsvTable.Parse(job.ReadText(target, Timings.File));
                foreach (string claim in Timings.Claims(timings))
                {
                    timed[claim] = target;
                }
            }
        }

        return timed;
    }
}
