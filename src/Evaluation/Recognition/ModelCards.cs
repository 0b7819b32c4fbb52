using System.Buffers;
using System.Text.Json;
using Research.Data;
using Research.Evaluation.Trials;
using Research.Results.Metrics;
using Research.Results.Trials;

namespace Research.Evaluation.Recognition;

/// <summary>models.json: the cards of an experiment's models, beside its tables. The models themselves are their trials'.</summary>
public static class ModelCards
{
    public const string File = "models.json";

    /// <summary>The card of a model that learned from some items of a dataset and was tested on others.</summary>
    /// <remarks>
    /// Temperature and familiar range are fixed by the validation part; without one, by every second tested recording, and the error is measured on the others.
    /// </remarks>
    /// <param name="split">How the tested ones were chosen, in words.</param>
    /// <param name="result">Of the trial that trained the model, with probabilities and <see cref="Familiarity"/>.</param>
    public static ModelCard Of(
        Dataset data,
        string title,
        IReadOnlyCollection<int> learnedFrom,
        string split,
        TrialResult result,
        string note
    )
    {
        ClassPredictions tested = result.Classes(SubsetNames.Test);
        HeldOut heldOut = HeldOut.Of(result);
        ConfusionMatrix confusion = tested.Confusion;
        return new ModelCard
        {
            Title = title,
            Labels = tested.Classes,
            Dataset = data.Id,
            DatasetVersion = data.Version,
            DatasetDigest = data.Digest,
            Synthetic = data.Synthetic,
            LearnedFrom = learnedFrom.Count,
            Score = new(split, tested.Items.Count, confusion.Accuracy, confusion.UnweightedAverageRecall),
            Seen = InputRange.Of(learnedFrom.Select(i => data.Items[i])),
            Calibration = Calibration.Of(heldOut.Fixing, heldOut.Measuring, heldOut.Words),
            Familiar = FamiliarRange.Of(heldOut.Familiarity),
            Note = note,
        };
    }

    /// <summary>The card of a model with the familiar range of its background beside its own.</summary>
    /// <param name="background">Of the background's trial.</param>
    public static ModelCard WithBackground(this ModelCard card, TrialResult background)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card with { Background = FamiliarRange.Of(HeldOut.FamiliarityOf(background)) };
    }

    public static byte[] Write(IReadOnlyList<(string Name, ModelCard Card)> cards)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            foreach ((string name, ModelCard card) in cards)
            {
                json.WritePropertyName(name);
                Write(json, card);
            }

            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <exception cref="JsonException">The bytes are no cards.</exception>
    public static IReadOnlyDictionary<string, ModelCard> Read(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        try
        {
            return json.RootElement.EnumerateObject().ToDictionary(item => item.Name, item => Read(item.Value));
        }
        catch (Exception error)
            when (error is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new JsonException($"These are no cards of models: {error.Message}", error);
        }
    }

    private static void Write(Utf8JsonWriter json, ModelCard card)
    {
        json.WriteStartObject();
        json.WriteString("title", card.Title);
        WriteList(json, "labels", card.Labels, json.WriteStringValue);
        json.WriteString("dataset", card.Dataset);
        json.WriteString("datasetVersion", card.DatasetVersion);
        json.WriteString("datasetDigest", card.DatasetDigest);
        json.WriteBoolean("synthetic", card.Synthetic);
        json.WriteNumber("learnedFrom", card.LearnedFrom);
        json.WriteStartObject("score");
        json.WriteString("split", card.Score.Split);
        json.WriteNumber("items", card.Score.Items);
        json.WriteNumber("accuracy", card.Score.Accuracy);
        json.WriteNumber("unweightedAverageRecall", card.Score.UnweightedAverageRecall);
        json.WriteEndObject();
        json.WriteStartObject("seen");
        WriteList(json, "sampleRatesHz", card.Seen.SampleRatesHz, json.WriteNumberValue);
        json.WriteNumber("shortestSeconds", card.Seen.ShortestSeconds);
        json.WriteNumber("longestSeconds", card.Seen.LongestSeconds);
        json.WriteNumber("quietestDecibels", card.Seen.QuietestDecibels);
        json.WriteNumber("loudestDecibels", card.Seen.LoudestDecibels);
        json.WriteEndObject();
        json.WriteStartObject("calibration");
        json.WriteNumber("temperature", card.Calibration.Temperature);
        json.WriteString("fittedOn", card.Calibration.FittedOn);
        json.WriteNumber("items", card.Calibration.Items);
        json.WriteNumber("errorBefore", card.Calibration.ErrorBefore);
        json.WriteNumber("errorAfter", card.Calibration.ErrorAfter);
        json.WriteEndObject();
        WriteRange(json, "familiar", card.Familiar);
        if (card.Background is { } background)
        {
            WriteRange(json, "background", background);
        }

        json.WriteString("note", card.Note);
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, string name, FamiliarRange range)
    {
        json.WriteStartObject(name);
        json.WriteNumber("least", range.Least);
        json.WriteNumber("refused", range.Refused);
        json.WriteNumber("items", range.Items);
        json.WriteEndObject();
    }

    private static FamiliarRange RangeOf(JsonElement json) =>
        new(json.GetProperty("least").GetDouble(), json.GetProperty("refused").GetDouble(), json.GetProperty("items").GetInt32());

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> values, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T value in values)
        {
            write(value);
        }

        json.WriteEndArray();
    }

    private static ModelCard Read(JsonElement json)
    {
        JsonElement score = json.GetProperty("score");
        JsonElement seen = json.GetProperty("seen");
        JsonElement calibration = json.GetProperty("calibration");
        return new ModelCard
        {
            Title = Text(json, "title"),
            Labels = [.. json.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!)],
            Dataset = Text(json, "dataset"),
            DatasetVersion = Text(json, "datasetVersion"),
            DatasetDigest = Text(json, "datasetDigest"),
            Synthetic = json.GetProperty("synthetic").GetBoolean(),
            LearnedFrom = json.GetProperty("learnedFrom").GetInt32(),
            Score = new(
                Text(score, "split"),
                score.GetProperty("items").GetInt32(),
                score.GetProperty("accuracy").GetDouble(),
                score.GetProperty("unweightedAverageRecall").GetDouble()
            ),
            Seen = new(
                [.. seen.GetProperty("sampleRatesHz").EnumerateArray().Select(rate => rate.GetInt32())],
                seen.GetProperty("shortestSeconds").GetDouble(),
                seen.GetProperty("longestSeconds").GetDouble(),
                seen.GetProperty("quietestDecibels").GetDouble(),
                seen.GetProperty("loudestDecibels").GetDouble()
            ),
            Calibration = new(
                calibration.GetProperty("temperature").GetDouble(),
                Text(calibration, "fittedOn"),
                calibration.GetProperty("items").GetInt32(),
                calibration.GetProperty("errorBefore").GetDouble(),
                calibration.GetProperty("errorAfter").GetDouble()
            ),
            Familiar = RangeOf(json.GetProperty("familiar")),
            Background = json.TryGetProperty("background", out JsonElement background) ? RangeOf(background) : null,
            Note = Text(json, "note"),
        };
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
