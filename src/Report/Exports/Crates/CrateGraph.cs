using System.Text.Json.Nodes;

namespace Research.Report.Exports.Crates;

/// <summary>The flat list of entities of an RO-Crate, in the order in which they were added; each identifier once.</summary>
internal sealed class CrateGraph
{
    private readonly JsonArray _entities = [];
    private readonly HashSet<string> _known = [];

    /// <summary>Adds an entity; one whose identifier is there already stays as it is.</summary>
    /// <returns>Its identifier.</returns>
    public string Add(JsonObject entity)
    {
        string id = entity["@id"]!.GetValue<string>();
        if (_known.Add(id))
        {
            _entities.Add(entity);
        }

        return id;
    }

    /// <summary>The document.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["@context"] = new JsonArray(
                "https://w3id.org/ro/crate/1.1/context",
                "https://w3id.org/ro/terms/workflow-run/context"
            ),
            ["@graph"] = _entities,
        };

    public static JsonObject Reference(string id) => new() { ["@id"] = id };

    public static JsonArray References(IEnumerable<string> ids) => [.. ids.Select(id => (JsonNode)Reference(id))];

    /// <summary>Path of a file as an identifier: each part escaped.</summary>
    public static string IdOf(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
