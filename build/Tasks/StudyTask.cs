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

        if (ClaimsOf(context, study) is not { } table)
        {
            context.Display.Finish(name, "published figures are not compared: not every experiment has run");
            return;
        }

        string folder = Path.Combine(context.Artifacts, context.Options.Profile.Name(), name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "claims.csv"), table.ToCsv());
        string verdicts = ClaimReport.CountVerdicts(CsvTable.Parse(table.ToCsv()));
        context.Display.Finish(name, $"of {table.Rows.Count} published figures: {verdicts}");
    }

    /// <summary>Every published figure with ours, from this run alone; null unless every experiment of the study ran.</summary>
    internal static ResultTable? ClaimsOf(BuildContext context, Study study)
    {
        Dictionary<string, CsvTable> summaries = context
            .Outcomes.Where(outcome => outcome.Experiment.Study == study.Name)
            .ToDictionary(outcome => outcome.Experiment.Target, outcome => CsvTable.Parse(outcome.Summary.ToCsv()));
        bool complete = study.Experiments(context.Options.Profile).All(experiment => summaries.ContainsKey(experiment.Target));
        return complete ? ClaimReport.Of(study.Claims, summaries, study.NotPublic) : null;
    }
}
