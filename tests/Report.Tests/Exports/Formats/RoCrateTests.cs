using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Research.Report.Tests.Exports.Formats;

/// <summary>RO-Crate 1.1 and the Workflow Run profiles 0.5: what they say MUST be, and that nothing is named which is not there.</summary>
public class RoCrateTests
{
    private const string File = "ro-crate-metadata.json";
    private const string Specification = "https://w3id.org/ro/crate/1.1";

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Each_identifier_stands_once_and_each_reference_leads_to_an_entity(string name)
    {
        JsonElement[] graph = GraphOf(name);
        string[] ids = [.. graph.Select(Id)];
        Assert.Equal(ids.Distinct(), ids);
        string[] lost = [.. graph.SelectMany(References).Except(ids)];
        Assert.Equal([Specification], lost); // the specification itself is what a crate conforms to
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Each_file_is_there_with_its_size_and_hash_and_is_part_of_the_root(string name)
    {
        Exported export = Exported.Of(name);
        JsonElement[] graph = GraphOf(name);
        JsonElement[] files = [.. graph.Where(entity => Types(entity).Contains("File"))];
        Assert.NotEmpty(files);
        Assert.All(
            files,
            file =>
            {
                byte[] bytes = export.Bytes(Uri.UnescapeDataString(Id(file)));
                Assert.Equal(bytes.Length.ToString(CultureInfo.InvariantCulture), Text(file, "contentSize"));
                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Text(file, "sha256"));
            }
        );
        string[] parts = [.. Ids(Entity(graph, "./"), "hasPart")];
        Assert.Equal(files.Select(Id).Order(StringComparer.Ordinal), parts.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Descriptor_and_root_have_what_they_must_have(string name)
    {
        JsonElement[] graph = GraphOf(name);
        JsonElement descriptor = Entity(graph, File);
        Assert.Equal("./", Ids(descriptor, "about").Single());
        Assert.Contains(Specification, Ids(descriptor, "conformsTo"));
        JsonElement root = Entity(graph, "./");
        Assert.All(["name", "description", "datePublished"], member => Assert.NotEmpty(Text(root, member)));
        Assert.Equal("https://spdx.org/licenses/MIT", Ids(root, "license").Single());
        Assert.Superset(
            new HashSet<string>([
                "https://w3id.org/ro/wfrun/process/0.5",
                "https://w3id.org/ro/wfrun/workflow/0.5",
                "https://w3id.org/ro/wfrun/provenance/0.5",
            ]),
            Ids(root, "conformsTo").ToHashSet()
        );
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void The_main_entity_is_a_workflow_whose_steps_lead_to_its_tools(string name)
    {
        JsonElement[] graph = GraphOf(name);
        JsonElement workflow = Entity(graph, Ids(Entity(graph, "./"), "mainEntity").Single());
        Assert.Superset(
            new HashSet<string>(["File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo"]),
            Types(workflow).ToHashSet()
        );
        Assert.Equal("ComputerLanguage", Types(Entity(graph, Ids(workflow, "programmingLanguage").Single())).Single());
        string[] tools = [.. Ids(workflow, "step").SelectMany(step => Ids(Entity(graph, step), "workExample"))];
        Assert.NotEmpty(tools);
        Assert.Equal(Ids(workflow, "hasPart"), tools);
        Assert.All(Ids(workflow, "input"), input => Assert.Equal("Dataset", Text(Entity(graph, input), "additionalType")));
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Each_experiment_has_an_action_with_its_tool_data_files_and_step(string name)
    {
        Exported export = Exported.Of(name);
        JsonElement[] graph = GraphOf(name);
        JsonElement engine = graph.Single(entity => Types(entity).Contains("OrganizeAction"));
        Assert.Equal("#run", Ids(engine, "result").Single());
        Assert.Equal(export.Input.Experiments.Select(experiment => $"#control-{experiment.Target}"), Ids(engine, "object"));
        Assert.All(
            export.Input.Experiments,
            experiment =>
            {
                JsonElement run = Entity(graph, $"#run-{experiment.Target}");
                Assert.Contains(experiment.Target, Text(run, "name"), StringComparison.Ordinal);
                Assert.Equal(experiment.Folder.Run!.Fingerprint, Text(run, "identifier"));
                Assert.Equal(experiment.Data.Select(id => $"#data-{id}"), Ids(run, "object"));
                Assert.Contains(
                    $"results/{export.Input.Profile}/{experiment.Study.Name}/{experiment.Name}/summary.csv",
                    Ids(run, "result")
                );
                JsonElement control = Entity(graph, $"#control-{experiment.Target}");
                Assert.Equal($"#run-{experiment.Target}", Ids(control, "object").Single());
                JsonElement step = Entity(graph, Ids(control, "instrument").Single());
                Assert.Equal(Ids(run, "instrument"), Ids(step, "workExample"));
            }
        );
        Assert.Equal(
            graph.Where(entity => Types(entity).Contains("CreateAction")).Select(Id).Order(StringComparer.Ordinal),
            Ids(Entity(graph, "./"), "mentions").Order(StringComparer.Ordinal)
        );
    }

    private static JsonElement[] GraphOf(string name) => [.. Exported.Of(name).Json(File).GetProperty("@graph").EnumerateArray()];

    private static JsonElement Entity(IEnumerable<JsonElement> graph, string id) => graph.Single(entity => Id(entity) == id);

    private static string Id(JsonElement entity) => Text(entity, "@id");

    private static string Text(JsonElement entity, string member) => entity.GetProperty(member).GetString()!;

    private static string[] Types(JsonElement entity) =>
        [.. Items(entity.GetProperty("@type")).Select(type => type.GetString()!)];

    private static string[] Ids(JsonElement entity, string member) =>
        entity.TryGetProperty(member, out JsonElement value) ? [.. Items(value).Select(Id)] : [];

    private static IEnumerable<JsonElement> Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    // Everything that is an object with an identifier alone.
    private static IEnumerable<string> References(JsonElement entity) =>
        entity
            .EnumerateObject()
            .SelectMany(member => Items(member.Value))
            .Where(value => value.ValueKind == JsonValueKind.Object)
            .Select(Id);
}
