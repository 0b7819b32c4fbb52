using System.Buffers;
using System.Text;
using System.Text.Json;
using Research.Numerics;

namespace Research.Results.Folders;

/// <summary>data.json: the datasets that an experiment opened, as they were when it ran.</summary>
/// <remarks>Targets write and read it, so it is written by hand: a serializer reaches code that no fingerprint sees.</remarks>
public sealed record UsedData(IReadOnlyList<UsedDataset> Datasets)
{
    public const string File = "data.json";

    /// <summary>Whether a published figure may be compared: no dataset is generated.</summary>
    public bool OnlyRecordings => Datasets.All(dataset => !dataset.Synthetic);

    /// <summary>For a reader, without a full stop.</summary>
    public string Sentence =>
        Datasets.Count == 0
            ? "none but signals that the experiment makes itself"
            : string.Join("; ", Datasets.Select(dataset => dataset.Sentence));

    /// <summary>The content of the file.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartArray();
            foreach (UsedDataset dataset in Datasets)
            {
                json.WriteStartObject();
                json.WriteString("id", dataset.Id);
                json.WriteString("version", dataset.Version);
                json.WriteNumber("clips", dataset.Items);
                json.WriteString("digest", dataset.Digest);
                json.WriteBoolean("synthetic", dataset.Synthetic);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <exception cref="ResearchException">The file is missing, or holds something else.</exception>
    public static UsedData Load(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
            return new UsedData([.. json.RootElement.EnumerateArray().Select(Read)]);
        }
        catch (Exception error) when (error is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ResearchException($"{path} is no list of datasets: {error.Message} Run the experiment again.", error);
        }
    }

    private static UsedDataset Read(JsonElement json) =>
        new(
            json.GetProperty("id").GetString()!,
            json.GetProperty("version").GetString()!,
            json.GetProperty("clips").GetInt32(),
            json.GetProperty("digest").GetString()!,
            json.GetProperty("synthetic").GetBoolean()
        );
}
