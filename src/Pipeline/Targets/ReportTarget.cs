using System.Text;
using Research.Pipeline.Closures;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Pipeline.Targets;

/// <summary>SUMMARIES.md: every study's summaries on one page, with the count of verdicts where published figures are compared.</summary>
public sealed class ReportTarget(IReadOnlyList<(Study Study, IReadOnlyList<Experiment> Experiments)> studies, Profile profile)
    : Target
{
    public const string Id = "report";
    public const string File = "SUMMARIES.md";

    public override string Name => Id;

    public override TargetKind Kind => TargetKind.Report;

    public override IReadOnlyList<string> Upstream { get; } =
    [
        .. studies.SelectMany(item => item.Experiments).Select(experiment => TablesTarget.NameOf(experiment.Target)),
        .. studies
            .Where(item => profile == Profile.Paper && item.Study.Claims.All.Count > 0)
            .Select(item => ClaimsTarget.NameOf(item.Study.Name)),
    ];

    public override string? Folder { get; } = profile.Name();

    public override bool OwnsFolder => false;

    public override IReadOnlyDictionary<string, string> MoreSettings { get; } =
        new Dictionary<string, string>
        {
            ["profile"] = profile.Name(),
            ["studies"] = string.Join("; ", studies.Select(item => $"{item.Study.Name}: {item.Study.Title}")),
            ["experiments"] = string.Join(
                "; ",
                studies.SelectMany(item => item.Experiments).Select(experiment => $"{experiment.Target}: {experiment.Question}")
            ),
        };

    public override CodeRoots Roots => OwnMake;

    public override void Make(Bench bench)
    {
        var page = new StringBuilder();
        page.Append("# Results, profile ").Append(profile.Name()).Append('\n');
        foreach ((Study study, IReadOnlyList<Experiment> experiments) in studies)
        {
            page.Append("\n## ").Append(study.Title).Append('\n');
            if (profile == Profile.Paper && study.Claims.All.Count > 0)
            {
                var claims = CsvTable.Parse(bench.ReadText(ClaimsTarget.NameOf(study.Name), ClaimsTarget.File));
                page.Append("\nOf ")
                    .Append(claims.Rows.Count)
                    .Append(" published figures: ")
                    .Append(ClaimReport.CountVerdicts(claims))
                    .Append(".\n");
            }

            foreach (Experiment experiment in experiments)
            {
                var summary = CsvTable.Parse(bench.ReadText(TablesTarget.NameOf(experiment.Target), TablesTarget.Summary));
                page.Append("\n### ").Append(experiment.Target).Append("\n\n").Append(experiment.Question).Append("\n\n");
                page.Append(MarkdownTable.Of(summary.Header, summary.Rows));
                if (bench.Has(TablesTarget.NameOf(experiment.Target), Timings.File))
                {
                    var timings = CsvTable.Parse(bench.ReadText(TablesTarget.NameOf(experiment.Target), Timings.File));
                    page.Append("\nWall times of this machine, compared with no snapshot:\n\n");
                    page.Append(MarkdownTable.Of(timings.Header, timings.Rows));
                }
            }
        }

        bench.Write(File, page.ToString());
    }
}
