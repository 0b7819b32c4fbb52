using System.Text.Json.Nodes;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Formats;

/// <summary>The files of a dataset in Croissant's words: sets by extension, and what can be read from each.</summary>
internal static class CroissantFiles
{
    public static JsonNode Set(FileKind kind) =>
        new JsonObject
        {
            ["@type"] = "cr:FileSet",
            ["@id"] = kind.Id,
            ["name"] = kind.Id,
            ["description"] = $"Files that end in {kind.Extension}.",
            ["encodingFormat"] = kind.MediaType,
            ["includes"] = JsonText.Array(kind.Patterns),
        };

    /// <summary>One record a file: its name and what it holds.</summary>
    public static JsonNode Records(FileKind kind)
    {
        string id = $"{kind.Extension.TrimStart('.')}-records";
        return new JsonObject
        {
            ["@type"] = "cr:RecordSet",
            ["@id"] = id,
            ["name"] = id,
            ["description"] = "One record a file.",
            ["field"] = new JsonArray(
                Field(id, "name", "Path of the file.", "sc:Text", kind, "fullpath"),
                Field(id, "content", "What the file holds.", kind.DataType, kind, "content")
            ),
        };
    }

    private static JsonObject Field(
        string records,
        string name,
        string description,
        string type,
        FileKind kind,
        string property
    ) =>
        new()
        {
            ["@type"] = "cr:Field",
            ["@id"] = $"{records}/{name}",
            ["name"] = name,
            ["description"] = description,
            ["dataType"] = type,
            ["source"] = new JsonObject
            {
                ["fileSet"] = new JsonObject { ["@id"] = kind.Id },
                ["extract"] = new JsonObject { ["fileProperty"] = property },
            },
        };
}
