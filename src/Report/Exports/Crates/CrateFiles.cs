using System.Globalization;
using System.Text.Json.Nodes;
using Research.Report.Exports.Input;

namespace Research.Report.Exports.Crates;

/// <summary>Files of a crate, with size and hash.</summary>
internal static class CrateFiles
{
    public static string Add(CrateGraph graph, RepositoryFile file) => graph.Add(Json(file));

    public static JsonObject Json(RepositoryFile file) =>
        new()
        {
            ["@id"] = CrateGraph.IdOf(file.Path),
            ["@type"] = "File",
            ["name"] = file.Path,
            ["encodingFormat"] = file.MediaType,
            ["contentSize"] = file.Bytes.Length.ToString(CultureInfo.InvariantCulture),
            ["sha256"] = file.Sha256,
        };
}
