using System.Globalization;
using System.Text.Json;
using Research.Evaluation.Recognition;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Cli.Models;

/// <summary>Forms in which predictions are printed.</summary>
internal enum PredictionForm
{
    Lines,
    Csv,
    Json,
}

/// <summary>Prints predictions in one of the forms, file after file.</summary>
internal abstract class PredictionWriter(TextWriter output)
{
    protected TextWriter Output => output;

    public static PredictionWriter Of(PredictionForm form, TextWriter output, ModelCard card) =>
        form switch
        {
            PredictionForm.Csv => new RowWriter(output),
            PredictionForm.Json => new JsonWriter(output, card),
            _ => new LineWriter(output, card),
        };

    public abstract void Write(Prediction prediction);

    public virtual void End() { }

    private static string Number(double probability) => probability.ToString("F4", CultureInfo.InvariantCulture);

    private sealed class LineWriter : PredictionWriter
    {
        public LineWriter(TextWriter output, ModelCard card)
            : base(output)
        {
            string heard = card.Synthetic ? $"{card.Dataset}, SYNTHETIC: it never heard a person" : card.Dataset;
            string score = card.Score.Accuracy.ToString("F3", CultureInfo.InvariantCulture);
            WriteLine(
                $"{card.Title}. Learned from {card.LearnedFrom} {(card.Seen.SampleRatesHz.Count > 0 ? "recordings" : "items")} ({heard}); accuracy {score} on {card.Score.Items} others ({card.Score.Split})."
            );
        }

        private void WriteLine(string line) => Output.WriteLine(Printable.Of(line));

        public override void Write(Prediction prediction)
        {
            if (prediction.Error is null)
            {
                WriteLine(
                    $"{prediction.File}: {string.Join(", ", prediction.Classes.Select(item => $"{item.Label} {Number(item.Probability)}"))}{(prediction.Stranger ? " (unlike all that the model heard)" : "")}"
                );
            }
        }
    }

    private sealed class RowWriter : PredictionWriter
    {
        public RowWriter(TextWriter output)
            : base(output) => Row(["file", "rank", "label", "probability", "warnings", "error"]);

        public override void Write(Prediction prediction)
        {
            string[] ends = [string.Join("; ", prediction.Warnings), prediction.Error ?? ""];
            if (prediction.Error is not null)
            {
                Row([prediction.File, "", "", "", .. ends]);
            }

            for (int rank = 0; rank < prediction.Classes.Count; rank++)
            {
                (string label, double probability) = prediction.Classes[rank];
                Row([prediction.File, (rank + 1).ToString(CultureInfo.InvariantCulture), label, Number(probability), .. ends]);
            }
        }

        private void Row(string[] cells)
        {
            using var rows = new CsvRows(Output);
            rows.Add(cells);
            rows.Flush();
        }
    }

    private sealed class JsonWriter(TextWriter output, ModelCard card) : PredictionWriter(output)
    {
        private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

        private readonly List<object> _results = [];

        public override void Write(Prediction prediction) =>
            _results.Add(
                new
                {
                    prediction.File,
                    Classes = prediction.Classes.Select(item => new { item.Label, item.Probability }).ToArray(),
                    prediction.Stranger,
                    prediction.Warnings,
                    prediction.Decoder,
                    prediction.Error,
                    prediction.Code,
                }
            );

        public override void End() =>
            Output.WriteLine(JsonSerializer.Serialize(new { Model = card, Results = _results }, Options));
    }
}
