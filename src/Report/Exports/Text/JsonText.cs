using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Research.Report.Exports.Text;

/// <summary>JSON as every export has it: members in the order in which they were added, two spaces, LF, letters as they are.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // files, not web pages: people read the names in them
    };

    public static ExportedFile File(string path, JsonNode json) => new(path, Of(json));

    /// <summary>The document, UTF-8, with a line's end behind it.</summary>
    public static byte[] Of(JsonNode json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteTo(writer);
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>A text between quotes, for YAML too: its quoted scalars take every escape of JSON's.</summary>
    public static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    /// <summary>Adds a member where the text is not empty.</summary>
    /// <returns>The same object.</returns>
    public static JsonObject With(this JsonObject json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.Add(name, text);
        }

        return json;
    }

    /// <summary>Adds a member where there is something to add.</summary>
    /// <returns>The same object.</returns>
    public static JsonObject With(this JsonObject json, string name, JsonArray items)
    {
        if (items.Count > 0)
        {
            json.Add(name, items);
        }

        return json;
    }

    public static JsonArray Array(IEnumerable<JsonNode> items) => [.. items];

    public static JsonArray Array(IEnumerable<string> items) => [.. items.Select(item => (JsonNode)JsonValue.Create(item))];

    /// <summary>A table's number with the digits that it has there; null for an empty cell.</summary>
    public static JsonNode? Number(string cell) =>
        cell.Length == 0 ? null : JsonValue.Create(decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture));
}
