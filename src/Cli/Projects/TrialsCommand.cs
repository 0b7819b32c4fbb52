using System.CommandLine;
using System.Globalization;
using Research.Cli.Commands;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Cli.Projects;

/// <summary>research trials [EXPERIMENT]: every trial with its state, how long it took, and its score.</summary>
internal sealed class TrialsCommand : ITopLevelCommand
{
    public Command Create()
    {
        Argument<string[]> experiments = ProjectActions.Targets(
            "experiment",
            "Such as Digits.Lstm or Digits; all when none is named."
        );
        var csv = new Option<bool>("--csv") { Description = "CSV instead of a table for people." };
        return new ToolCommand(
            "trials",
            "Lists the trials of experiments: state, seconds of training, score on the items that they predicted. Changes nothing.",
            ["research trials Digits.Lstm", "research trials --profile paper --csv"]
        )
            .Taking(experiments, csv)
            .DoingOnProject((project, parsed) => Run(project, parsed.GetValue(experiments)!, parsed.GetValue(csv)));
    }

    private static int Run(Project project, string[] asked, bool csv)
    {
        string[] experiments =
        [
            .. (asked.Length == 0 ? ["all"] : asked)
                .SelectMany(project.Graph.Resolve)
                .OfType<TablesTarget>()
                .Select(tables => tables.Name),
        ];
        TrialTarget[] trials =
        [
            .. project.Graph.All.OfType<TrialTarget>().Where(trial => experiments.Contains(trial.Experiment)),
        ];
        Plan plan = project.PlanFor(trials);
        var table = new ResultTable(
            "trials",
            Column.Text("trial"),
            Column.Text("state"),
            Column.Number("seconds", 1),
            Column.Text("score"),
            Column.Text("description")
        );
        foreach (TrialTarget trial in trials)
        {
            Manifest? made = MadeOf(project, plan[trial.Name]);
            table.Add(
                trial.Name,
                PlanText.Word(plan[trial.Name].State),
                made?.Seconds,
                made is null ? "" : ScoreOf(project, made),
                trial.Trial.Description
            );
        }

        var read = CsvTable.Parse(table.ToCsv());
        Terminal.SayPage(csv ? table.ToCsv().TrimEnd() : MarkdownTable.Of(read.Header, read.Rows).TrimEnd());
        if (!csv)
        {
            Terminal.SayPage($"\n{plan.Count(StepState.UpToDate)} of {trials.Length} trials are up to date.");
        }

        return ExitCodes.Well;
    }

    private static Manifest? MadeOf(Project project, Step step) =>
        step is { State: StepState.UpToDate, Fingerprint: { } fingerprint } ? project.Store.Find(fingerprint.Id) : null;

    private static string ScoreOf(Project project, Manifest made)
    {
        TrialResult result = TrialFiles.Read(file =>
            file != TrialFiles.Model && made.Outputs.FirstOrDefault(output => output.Path == file) is { } output
                ? project.Store.Locate(output)?.ReadAllBytes()
                : null
        );
        return string.Join(
            "; ",
            result.Predictions.Select(predictions =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{predictions.Subset}: {predictions.ScoreName} {predictions.Score:F4}"
                )
            )
        );
    }
}
