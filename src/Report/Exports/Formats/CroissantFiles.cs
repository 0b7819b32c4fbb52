using System.Text.Json.Nodes;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Formats;

/// <summary>The files of a dataset in Croissant's words: sets by extension with one record a file, and tables with one record a row.</summary>
internal static class CroissantFiles
{
    /// <summary>Sets of files, by extension; each table has a set of its own.</summary>
    public static IEnumerable<JsonNode> Sets(IReadOnlyList<FileKind> kinds, IReadOnlyList<DatasetField> fields) =>
        [
            .. kinds.Select(kind => Set(kind.Id, $"Files that end in {kind.Extension}.", kind.MediaType, kind.Patterns)),
            .. Tables(fields)
                .Select(table =>
                    Set(IdOf(table.Key), $"The table {table.Key}.", FileKind.Of([table.Key]).Single().MediaType, [table.Key])
                ),
        ];

    /// <summary>One record a file: its name, what it holds and what its name says; and one a row of each table.</summary>
    public static IEnumerable<JsonNode> Records(IReadOnlyList<FileKind> kinds, IReadOnlyList<DatasetField> fields) =>
        [
            .. kinds.Select(kind =>
                OfFiles(
                    kind,
                    [.. fields.Where(field => !field.IsColumn && field.Files.EndsWith(kind.Extension, StringComparison.Ordinal))]
                )
            ),
            .. Tables(fields).Select(table => OfRows(table.Key, [.. table])),
        ];

    private static IEnumerable<IGrouping<string, DatasetField>> Tables(IEnumerable<DatasetField> fields) =>
        fields.Where(field => field.IsColumn).GroupBy(field => field.Files);

    private static string IdOf(string table) => $"table-{Path.GetFileNameWithoutExtension(table)}";

    private static JsonObject Set(string id, string description, string mediaType, IReadOnlyList<string> patterns) =>
        new()
        {
            ["@type"] = "cr:FileSet",
            ["@id"] = id,
            ["name"] = id,
            ["description"] = description,
            ["encodingFormat"] = mediaType,
            ["includes"] = JsonText.Array(patterns),
        };

    private static JsonObject OfFiles(FileKind kind, IReadOnlyList<DatasetField> named)
    {
        string id = $"{kind.Extension.TrimStart('.')}-records";
        return RecordSet(
            id,
            "One record a file.",
            [
                Field(id, "name", "Path of the file.", "sc:Text", kind.Id, Property("fullpath")),
                Field(id, "content", "What the file holds.", kind.DataType, kind.Id, Property("content")),
                .. named.Select(field =>
                    Field(id, field.Name, field.Description, field.Type, kind.Id, Property("fullpath"), field.Pattern)
                ),
            ]
        );
    }

    private static JsonObject OfRows(string table, IReadOnlyList<DatasetField> columns)
    {
        string id = $"{Path.GetFileNameWithoutExtension(table)}-rows";
        return RecordSet(
            id,
            $"One record a row of {table}.",
            [
                .. columns.Select(field =>
                    Field(id, field.Name, field.Description, field.Type, IdOf(table), new() { ["column"] = field.Name })
                ),
            ]
        );
    }

    private static JsonObject RecordSet(string id, string description, IEnumerable<JsonNode> fields) =>
        new()
        {
            ["@type"] = "cr:RecordSet",
            ["@id"] = id,
            ["name"] = id,
            ["description"] = description,
            ["field"] = JsonText.Array(fields),
        };

    private static JsonObject Property(string name) => new() { ["fileProperty"] = name };

    private static JsonObject Field(
        string records,
        string name,
        string description,
        string type,
        string files,
        JsonObject extract,
        string pattern = ""
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
                ["fileSet"] = new JsonObject { ["@id"] = files },
                ["extract"] = extract,
            }.With("transform", pattern.Length == 0 ? [] : new JsonArray(new JsonObject { ["regex"] = pattern })),
        };
}
