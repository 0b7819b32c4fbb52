using System.Text.Json.Nodes;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Crates;

/// <summary>What can run: the workflow, its steps, the experiment behind each step, and the engine.</summary>
internal sealed class CrateProgram(ExportInput input, CrateGraph graph)
{
    private const string Engine = "#engine";
    private const string Language = "#csharp";

    private readonly List<string> _steps = [];
    private readonly List<string> _tools = [];
    private readonly List<string> _inputs = [];

    /// <summary>Adds an experiment as a tool and as a step.</summary>
    /// <returns>Identifiers of both.</returns>
    public (string Tool, string Step) Add(ExportedExperiment experiment)
    {
        string tool = graph.Add(Tool(experiment));
        string step = graph.Add(
            new()
            {
                ["@id"] = $"#step-{experiment.Target}",
                ["@type"] = "HowToStep",
                ["name"] = experiment.Folder.Description.Question,
                ["position"] = _steps.Count,
                ["workExample"] = CrateGraph.Reference(tool),
            }
        );
        _steps.Add(step);
        _tools.Add(tool);
        _inputs.AddRange(experiment.Data.Select(id => $"#input-{id}").Except(_inputs));
        return (tool, step);
    }

    /// <summary>Adds the file that declares the workflow.</summary>
    public string AddWorkflow(RepositoryFile file)
    {
        JsonObject json = CrateFiles.Json(file);
        json["@type"] = new JsonArray("File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo");
        json["name"] = $"Every experiment of {input.Citation.Title}";
        json.Add("version", input.Citation.Version);
        json.With("url", input.Citation.Repository);
        json.Add("license", CrateGraph.Reference(Spdx.Address(input.Citation.Licence)));
        json.Add("author", CrateGraph.References(input.Citation.Authors.Select(author => CrateWorks.AddAuthor(graph, author))));
        json.Add("programmingLanguage", CrateGraph.Reference(AddLanguage()));
        json.With("input", CrateGraph.References(_inputs));
        json.Add("hasPart", CrateGraph.References(_tools));
        json.Add("step", CrateGraph.References(_steps));
        return graph.Add(json);
    }

    /// <summary>Adds the engine that plans and runs the steps.</summary>
    public string AddEngine() =>
        graph.Add(
            new JsonObject
            {
                ["@id"] = Engine,
                ["@type"] = "SoftwareApplication",
                ["name"] = "Engine of the package (./build.sh)",
                ["softwareVersion"] = input.Citation.Version,
            }
                .With("url", input.Citation.Repository)
                .With("softwareRequirements", CrateGraph.References(Runtimes().Select(AddRuntime)))
        );

    // A source file of the crate where there is one; with it comes what the experiment's documentation says.
    private JsonObject Tool(ExportedExperiment experiment)
    {
        JsonObject json = experiment.Source is { } source
            ? CrateFiles.Json(source)
            : new() { ["@id"] = $"#tool-{experiment.Target}" };
        json["@type"] = experiment.Source is null ? "SoftwareSourceCode" : new JsonArray("File", "SoftwareSourceCode");
        json["name"] = experiment.Target;
        json.Add(
            "description",
            string.Join(' ', experiment.Folder.Description.Method.Paragraphs.Prepend(experiment.Folder.Description.Question))
        );
        json.Add("version", input.Citation.Version);
        json.With("url", input.Citation.Repository);
        json.Add("programmingLanguage", CrateGraph.Reference(AddLanguage()));
        return json;
    }

    private string AddLanguage() =>
        graph.Add(
            new()
            {
                ["@id"] = Language,
                ["@type"] = "ComputerLanguage",
                ["name"] = "C#",
                ["identifier"] = "https://learn.microsoft.com/dotnet/csharp/",
                ["url"] = "https://learn.microsoft.com/dotnet/csharp/",
            }
        );

    // ".NET 10.0.12" is name and version.
    private string AddRuntime(string framework)
    {
        int space = framework.LastIndexOf(' ');
        return graph.Add(
            new()
            {
                ["@id"] = $"#{Uri.EscapeDataString(framework.Replace(' ', '-'))}",
                ["@type"] = "SoftwareApplication",
                ["name"] = framework[..space],
                ["softwareVersion"] = framework[(space + 1)..],
                ["url"] = "https://dotnet.microsoft.com/",
            }
        );
    }

    // As the run records have them.
    private IEnumerable<string> Runtimes() =>
        input
            .Experiments.Select(experiment => experiment.Folder.Run)
            .SelectMany(run => run is null ? [] : run.Leaves.Values)
            .SelectMany(leaves => leaves)
            .Where(leaf => leaf.Name == "runtime")
            .Select(leaf => leaf.Parts.GetValueOrDefault("framework", ""))
            .Where(framework => framework.Contains(' ', StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);
}
