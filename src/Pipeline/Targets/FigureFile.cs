using System.Text.Json;
using Research.Results.Claims;

namespace Research.Pipeline.Targets;

/// <summary>Figures on disk, every bit of them.</summary>
internal static class FigureFile
{
    public const string Name = "figures.json";

    public static void Write(string path, IReadOnlyList<Figure> figures)
    {
        using FileStream stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartArray();
        foreach (Figure figure in figures)
        {
            json.WriteStartObject();
            json.WriteString("variant", figure.Variant);
            json.WriteString("split", figure.Split);
            json.WriteString("metric", figure.Metric);
            json.WriteString("class", figure.Class);
            json.WriteStartArray("runs");
            foreach (double run in figure.Runs)
            {
                json.WriteNumberValue(run); // the shortest text that reads back to the same bits
            }

            json.WriteEndArray();
            json.WriteString("runs_differ_by", figure.RunsDifferBy.ToString());
            json.WriteNumber("compared_within", figure.ComparedWithin);
            json.WriteBoolean("share", figure.IsShare);
            json.WriteNumber("items", figure.TestItems ?? -1);
            json.WriteString("claim", figure.Claim);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads figures and closes the stream.</summary>
    public static IReadOnlyList<Figure> Read(Stream stream)
    {
        using Stream content = stream;
        using var json = JsonDocument.Parse(content);
        return [.. json.RootElement.EnumerateArray().Select(Read)];
    }

    private static Figure Read(JsonElement json) =>
        new()
        {
            Variant = json.GetProperty("variant").GetString()!,
            Split = json.GetProperty("split").GetString()!,
            Metric = json.GetProperty("metric").GetString()!,
            Class = json.GetProperty("class").GetString()!,
            Runs = [.. json.GetProperty("runs").EnumerateArray().Select(run => run.GetDouble())],
            RunsDifferBy = Enum.Parse<RunsDifferBy>(json.GetProperty("runs_differ_by").GetString()!),
            ComparedWithin = json.GetProperty("compared_within").GetDouble(),
            IsShare = json.GetProperty("share").GetBoolean(),
            TestItems = json.GetProperty("items").GetInt32() is >= 0 and int items ? items : null,
            Claim = json.GetProperty("claim").GetString(),
        };
}
