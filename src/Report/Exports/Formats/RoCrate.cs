using System.Text.Json.Nodes;
using Research.Numerics;
using Research.Report.Exports.Crates;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Formats;

/// <summary>ro-crate-metadata.json: what ran, on what, by which program, and what came out, with every file that it names beside it.</summary>
/// <remarks>Sources: RO-Crate 1.1; Workflow Run RO-Crate profiles Process, Workflow and Provenance, version 0.5. Each experiment is a step; features and trainings behind it stand in its run record.</remarks>
internal static class RoCrate
{
    private const string File = "ro-crate-metadata.json";
    private const string Workflow = "experiments/Studies.cs";
    private static readonly string[] Others = [Workflow, "build.sh", "datasets.lock", CitationFile.File, "LICENSE"];

    private static readonly (string Id, string Name, string Version)[] Profiles =
    [
        ("https://w3id.org/ro/wfrun/process/0.5", "Process Run Crate", "0.5"),
        ("https://w3id.org/ro/wfrun/workflow/0.5", "Workflow Run Crate", "0.5"),
        ("https://w3id.org/ro/wfrun/provenance/0.5", "Provenance Run Crate", "0.5"),
        ("https://w3id.org/workflowhub/workflow-ro-crate/1.0", "Workflow RO-Crate", "1.0"),
    ];

    public static IEnumerable<ExportedFile> Of(ExportInput input)
    {
        RepositoryFile[] files =
        [
            .. Others.Select(path => Needed(input, path)),
            .. input.Experiments.Select(experiment => experiment.Source).OfType<RepositoryFile>(),
            .. input.Results,
        ];
        yield return JsonText.File(File, Json(input, files));
        foreach (RepositoryFile file in files)
        {
            yield return new(file.Path, file.Bytes);
        }
    }

    private static RepositoryFile Needed(ExportInput input, string path) =>
        RepositoryFile.Find(input.Root, path)
        ?? throw new ResearchException(
            $"{path} is missing in {input.Root}, and an RO-Crate names it; run this in a whole checkout."
        );

    private static JsonObject Json(ExportInput input, IReadOnlyList<RepositoryFile> files)
    {
        var graph = new CrateGraph();
        JsonObject root = Root(input, files);
        graph.Add(Descriptor());
        graph.Add(root);
        foreach ((string id, string name, string version) in Profiles)
        {
            graph.Add(
                new()
                {
                    ["@id"] = id,
                    ["@type"] = "CreativeWork",
                    ["name"] = name,
                    ["version"] = version,
                }
            );
        }

        CrateWorks.AddLicence(graph, "", input.Citation.Licence, "");
        string[] authors = [.. input.Citation.Authors.Select(author => CrateWorks.AddAuthor(graph, author))];
        root.Add("author", CrateGraph.References(authors));
        root.With(
            "publisher",
            CrateGraph.References(authors.Where((_, index) => !input.Citation.Authors[index].IsPerson).Take(1))
        );
        root.With("citation", CrateGraph.References(input.Documents.Select(document => CrateWorks.AddDocument(graph, document))));
        root.Add("mentions", CrateGraph.References(AddRuns(input, graph, files.First(file => file.Path == Workflow))));
        foreach (RepositoryFile file in files)
        {
            CrateFiles.Add(graph, file);
        }

        return graph.ToJson();
    }

    private static JsonObject Descriptor() =>
        new()
        {
            ["@id"] = File,
            ["@type"] = "CreativeWork",
            ["about"] = CrateGraph.Reference("./"),
            ["conformsTo"] = CrateGraph.References(["https://w3id.org/ro/crate/1.1", Profiles[^1].Id]),
        };

    private static JsonObject Root(ExportInput input, IReadOnlyList<RepositoryFile> files) =>
        new()
        {
            ["@id"] = "./",
            ["@type"] = "Dataset",
            ["name"] = $"{input.Citation.Title}: results of profile {input.Profile}",
            ["description"] = input.Citation.Abstract,
            ["datePublished"] = input.Citation.Released,
            ["version"] = input.Citation.Version,
            ["license"] = CrateGraph.Reference(Spdx.Address(input.Citation.Licence)),
            ["conformsTo"] = CrateGraph.References(Profiles.Select(profile => profile.Id)),
            ["mainEntity"] = CrateGraph.Reference(CrateGraph.IdOf(Workflow)),
            ["hasPart"] = CrateGraph.References(files.Select(file => CrateGraph.IdOf(file.Path))),
        };

    private static IEnumerable<string> AddRuns(ExportInput input, CrateGraph graph, RepositoryFile workflow)
    {
        Dictionary<string, string> datasets = CrateData.Add(input, graph);
        var program = new CrateProgram(input, graph);
        var runs = new CrateRuns(input, graph);
        foreach (ExportedExperiment experiment in input.Experiments)
        {
            (string tool, string step) = program.Add(experiment);
            runs.Add(experiment, tool, step, [.. experiment.Data.Select(id => datasets[id])]);
        }

        runs.AddWhole(program.AddWorkflow(workflow), program.AddEngine());
        return runs.Actions;
    }
}
