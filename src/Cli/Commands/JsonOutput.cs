using System.Text.Json;

namespace Research.Cli.Commands;

/// <summary>JSON on standard output.</summary>
internal static class JsonOutput
{
    /// <summary>Writes an array of objects, indented, and ends the line.</summary>
    /// <param name="members">Writes the members of one object.</param>
    public static void WriteArray<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> members)
    {
        using Stream output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (T item in items)
        {
            json.WriteStartObject();
            members(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        output.WriteByte((byte)'\n');
    }
}
