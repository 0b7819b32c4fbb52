using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Research.Results.Tables;

namespace Research.Results.Trials;

/// <summary>A trial's result as files: predictions.csv, history.csv, result.json, timings.csv, model.bin; each only where there is something to write.</summary>
/// <remarks>Numbers have the shortest text that reads back to the same bits.</remarks>
public static class TrialFiles
{
    public const string Result = "result.json";
    public const string History = "history.csv";
    public const string Model = "model.bin";

    private const string Kind = "predicts";
    private const string Names = "names";
    private const string Taken = "taken_epoch";
    private const string Numbers = "numbers";

    /// <summary>Writes a result.</summary>
    /// <param name="write">Takes a file's name and its bytes.</param>
    public static void Write(TrialResult result, Action<string, byte[]> write)
    {
        write(Result, ResultJson(result));
        if (result.Predictions.Count > 0)
        {
            write(PredictionsFile.Name, Encoding.UTF8.GetBytes(PredictionsFile.Write(result.Predictions)));
        }

        if (result.Curve is { } curve)
        {
            write(History, Encoding.UTF8.GetBytes(HistoryText(curve)));
        }

        if (result.Timings is { } timings)
        {
            write(Timings.File, Encoding.UTF8.GetBytes(timings.ToCsv()));
        }

        if (result.Model is { } model)
        {
            write(Model, model);
        }
    }

    /// <summary>Reads a result, all but wall times, which stay a file.</summary>
    /// <param name="read">Gives a file's bytes; null where there is none of that name.</param>
    public static TrialResult Read(Func<string, byte[]?> read)
    {
        using var json = JsonDocument.Parse(read(Result)!);
        JsonElement root = json.RootElement;
        string? predictions = Text(read(PredictionsFile.Name));
        string? history = Text(read(History));
        return new TrialResult
        {
            Predictions = predictions is null
                ? []
                : PredictionsFile.Read(
                    predictions,
                    Enum.Parse<PredictionKind>(root.GetProperty(Kind).GetString()!),
                    [.. root.GetProperty(Names).EnumerateArray().Select(name => name.GetString()!)]
                ),
            Curve = history is null ? null : ReadHistory(history, root.GetProperty(Taken).GetInt32()),
            Numbers = root.GetProperty(Numbers)
                .EnumerateObject()
                .ToDictionary(
                    item => item.Name,
                    item => (IReadOnlyList<double>)[.. item.Value.EnumerateArray().Select(number => number.GetDouble())]
                ),
            Model = read(Model),
        };
    }

    private static byte[] ResultJson(TrialResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            if (result.Predictions.Count > 0)
            {
                json.WriteString(Kind, PredictionsFile.KindOf(result.Predictions[0]).ToString());
                json.WriteStartArray(Names);
                foreach (string name in PredictionsFile.NamesOf(result.Predictions[0]))
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
            }

            if (result.Curve is { } curve)
            {
                json.WriteNumber(Taken, curve.Taken);
            }

            json.WriteStartObject(Numbers);
            foreach (
                (string name, IReadOnlyList<double> values) in result.Numbers.OrderBy(item => item.Key, StringComparer.Ordinal)
            )
            {
                json.WriteStartArray(name);
                foreach (double value in values)
                {
                    json.WriteNumberValue(value);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static string HistoryText(TrainingCurve curve)
    {
        var text = new StringBuilder("epoch," + string.Join(',', curve.Metrics) + "\n");
        for (int e = 0; e < curve.Epochs.Count; e++)
        {
            text.Append((e + 1).ToString(CultureInfo.InvariantCulture))
                .Append(',')
                .AppendJoin(',', curve.Epochs[e].Select(Cell))
                .Append('\n');
        }

        return text.ToString();
    }

    private static TrainingCurve ReadHistory(string text, int taken)
    {
        var table = CsvTable.Parse(text);
        return new TrainingCurve(
            [.. table.Header.Skip(1)],
            [.. table.Rows.Select(row => row.Skip(1).Select(Value).ToArray())],
            taken
        );
    }

    private static string Cell(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static double Value(string cell) => cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture);

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);
}
