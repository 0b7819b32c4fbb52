using Cake.Frosting;
using Research.Experiments;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Build.Tasks;

/// <summary>Closes a study: claims.csv, every published figure with ours and a verdict. Only for the study's own data.</summary>
public abstract class StudyTask(string name) : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        Study study = Studies.All.Single(candidate => candidate.Name == name);
        if (context.Options.Profile != Profile.Paper)
        {
            context.Display.Finish(name, "generated data, so no published figure is compared");
            return;
        }

        ResultTable table = ClaimsOf(context, study);
        string folder = Path.Combine(context.Artifacts, context.Options.Profile.Name(), name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "claims.csv"), table.ToCsv());
        context.Display.Finish(name, Verdicts(table));
    }

    /// <summary>From the summaries under artifacts/: what ran now, or before.</summary>
    internal static ResultTable ClaimsOf(BuildContext context, Study study)
    {
        var summaries = new Dictionary<string, CsvTable>();
        foreach (Experiment experiment in study.Experiments(context.Options.Profile))
        {
            string path = Path.Combine(
                ResultFolder.PathOf(context.Artifacts, context.Options.Profile, experiment),
                "summary.csv"
            );
            if (File.Exists(path))
            {
                summaries[experiment.Target] = CsvTable.Load(path);
            }
        }

        return ClaimReport.Of(study.Claims, summaries);
    }

    private static string Verdicts(ResultTable table)
    {
        int column = Enumerable.Range(0, table.Columns.Count).Single(i => table.Columns[i].Name == "verdict");
        IEnumerable<string> counts = table.Rows.GroupBy(row => row[column]).Select(group => $"{group.Count()} {group.Key}");
        return $"of {table.Rows.Count} published figures: {string.Join(", ", counts)}";
    }
}
