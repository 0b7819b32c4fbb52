using System.Globalization;
using System.Text.Json.Nodes;
using Research.Numerics;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;
using Research.Results.Folders;

namespace Research.Report.Exports.Crates;

/// <summary>What ran: an action for each experiment with what it used and made, the step that it is, and who steered it.</summary>
/// <remarks>Run records hold no time of day, so no action has an end time; the profile asks for one where it is known.</remarks>
internal sealed class CrateRuns(ExportInput input, CrateGraph graph)
{
    public const string Run = "#run";

    private readonly List<string> _controls = [];
    private readonly List<string> _results = [];
    private readonly List<string> _data = [];

    /// <summary>Every action that made files.</summary>
    public List<string> Actions { get; } = [];

    /// <summary>Files that experiments made.</summary>
    public IReadOnlyList<string> Results => _results;

    /// <summary>Adds the run of an experiment.</summary>
    /// <param name="tool">What ran.</param>
    /// <param name="step">Of the workflow.</param>
    /// <param name="data">The datasets that it read.</param>
    public void Add(ExportedExperiment experiment, string tool, string step, IReadOnlyList<string> data)
    {
        string id = $"{Run}-{experiment.Target}";
        string[] made = [.. FilesOf(experiment).Select(file => CrateFiles.Add(graph, file))];
        graph.Add(
            new JsonObject
            {
                ["@id"] = id,
                ["@type"] = "CreateAction",
                ["name"] = $"Run of {experiment.Target}, profile {input.Profile}",
                ["description"] = $"{experiment.CommandIn(input.Profile)}{Circumstances(experiment)}",
                ["instrument"] = CrateGraph.Reference(tool),
                ["agent"] = Agents(),
                ["object"] = CrateGraph.References(data),
                ["result"] = CrateGraph.References(made),
                ["actionStatus"] = "http://schema.org/CompletedActionStatus",
            }.With("identifier", experiment.Folder.Run?.Fingerprint)
        );
        AddRecord(experiment, id);
        _controls.Add(AddControl(experiment, step, id));
        Actions.Add(id);
        _results.AddRange(made);
        _data.AddRange(data.Except(_data));
    }

    /// <summary>Adds the run of the whole, and of the engine that steered it.</summary>
    public void AddWhole(string workflow, string engine)
    {
        graph.Add(
            new JsonObject
            {
                ["@id"] = Run,
                ["@type"] = "CreateAction",
                ["name"] = $"Run of every experiment of profile {input.Profile}",
                ["description"] = input.Command,
                ["instrument"] = CrateGraph.Reference(workflow),
                ["agent"] = Agents(),
                ["object"] = CrateGraph.References(_data),
                ["result"] = CrateGraph.References(_results),
            }
        );
        graph.Add(
            new JsonObject
            {
                ["@id"] = $"{Run}-engine",
                ["@type"] = "OrganizeAction",
                ["name"] = "Run of the engine, which makes what is not up to date",
                ["instrument"] = CrateGraph.Reference(engine),
                ["agent"] = Agents(),
                ["object"] = CrateGraph.References(_controls),
                ["result"] = CrateGraph.Reference(Run),
            }
        );
        Actions.Insert(0, Run);
    }

    private string AddControl(ExportedExperiment experiment, string step, string run) =>
        graph.Add(
            new()
            {
                ["@id"] = $"#control-{experiment.Target}",
                ["@type"] = "ControlAction",
                ["name"] = $"Bring {experiment.Target} up to date",
                ["instrument"] = CrateGraph.Reference(step),
                ["object"] = CrateGraph.Reference(run),
            }
        );

    // The record is the engine's trace of the run, and no result of it.
    private void AddRecord(ExportedExperiment experiment, string run)
    {
        if (input.FindResult(experiment.Study.Name, experiment.Name, RunFile.File) is { } record)
        {
            JsonObject file = CrateFiles.Json(record);
            file.Add("about", CrateGraph.Reference(run));
            graph.Add(file);
        }
    }

    private IEnumerable<RepositoryFile> FilesOf(ExportedExperiment experiment)
    {
        string folder = input.PathOf(experiment.Study.Name, experiment.Name) + "/";
        return input.Results.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Name != RunFile.File);
    }

    private JsonArray Agents() =>
        CrateGraph.References(input.Citation.Authors.Select(author => CrateWorks.AddAuthor(graph, author)));

    // Of the tables and of all trainings and features behind them.
    private static string Circumstances(ExportedExperiment experiment)
    {
        if (experiment.Folder.Run is not { } run)
        {
            return "";
        }

        TargetCost[] costs = [.. run.Costs.OrderBy(cost => cost.Key, StringComparer.Ordinal).Select(cost => cost.Value)];
        double seconds = OrderedSum.Of([.. costs.Select(cost => cost.Seconds)]);
        string cost =
            costs.Length == 0
                ? ""
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"; {seconds:F1} s of work in {costs.Length} targets, at most {costs.Max(cost => cost.PeakBytes)} bytes of memory"
                );
        return $" (on {run.OperatingSystem}, {run.Architecture}{cost})";
    }
}
