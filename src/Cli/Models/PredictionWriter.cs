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

    /// <param name="windows">Whether every window is printed, too.</param>
    public static PredictionWriter Of(PredictionForm form, TextWriter output, ModelCard card, bool windows) =>
        form switch
        {
            PredictionForm.Csv => new RowWriter(output, card, windows),
            PredictionForm.Json => new JsonWriter(output, card, windows),
            _ => new LineWriter(output, card, windows),
        };

    public abstract void Write(Prediction prediction);

    public virtual void End() { }

    private static string Number(double probability) => probability.ToString("F4", CultureInfo.InvariantCulture);

    private static string Seconds(double time) => time.ToString("F2", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Label, double Probability)> Ranked(
        IReadOnlyList<string> labels,
        WindowPrediction window
    ) => window.Probabilities.Select((probability, c) => (labels[c], probability)).OrderByDescending(item => item.probability);

    private sealed class LineWriter : PredictionWriter
    {
        private readonly IReadOnlyList<string> _labels;
        private readonly bool _windows;

        public LineWriter(TextWriter output, ModelCard card, bool windows)
            : base(output)
        {
            (_labels, _windows) = (card.Labels, windows);
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
                string vote = prediction.Windows.Count > 1 ? $" (vote of {prediction.Windows.Count} windows)" : "";
                WriteLine(
                    $"{prediction.File}: {string.Join(", ", prediction.Classes.Select(item => $"{item.Label} {Number(item.Probability)}"))}{vote}{(prediction.Stranger ? " (unlike all that the model heard)" : "")}{(prediction.Decoder is { } decoder ? $" (decoded by {decoder})" : "")}"
                );
            }

            foreach (WindowPrediction window in _windows ? prediction.Windows : [])
            {
                IEnumerable<string> classes = Ranked(_labels, window)
                    .Take(prediction.Classes.Count)
                    .Select(item => $"{item.Label} {Number(item.Probability)}");
                WriteLine($"  {Seconds(window.StartSeconds)}-{Seconds(window.EndSeconds)} s: {string.Join(", ", classes)}");
            }
        }
    }

    private sealed class RowWriter : PredictionWriter
    {
        private readonly IReadOnlyList<string> _labels;
        private readonly bool _windows;

        public RowWriter(TextWriter output, ModelCard card, bool windows)
            : base(output)
        {
            (_labels, _windows) = (card.Labels, windows);
            Row(windows ? ["file", "start_s", "end_s", .. Columns] : ["file", .. Columns]);
        }

        private static string[] Columns => ["rank", "label", "probability", "stranger", "decoder", "warnings", "error"];

        public override void Write(Prediction prediction)
        {
            if (prediction.Error is null && _windows)
            {
                WriteWindows(prediction);
                return;
            }

            string[] times = _windows ? ["", ""] : [];
            string[] ends = Ends(prediction);
            if (prediction.Error is not null)
            {
                Row([prediction.File, .. times, "", "", "", .. ends]);
            }

            for (int rank = 0; rank < prediction.Classes.Count; rank++)
            {
                (string label, double probability) = prediction.Classes[rank];
                Row([prediction.File, (rank + 1).ToString(CultureInfo.InvariantCulture), label, Number(probability), .. ends]);
            }
        }

        // A recording's warnings stand in each of its rows, as without windows.
        private void WriteWindows(Prediction prediction)
        {
            string[] ends = Ends(prediction);
            foreach (WindowPrediction window in prediction.Windows)
            {
                string[] place = [prediction.File, Seconds(window.StartSeconds), Seconds(window.EndSeconds)];
                foreach (
                    (int rank, (string label, double probability)) in Ranked(_labels, window)
                        .Take(prediction.Classes.Count)
                        .Index()
                )
                {
                    Row([.. place, (rank + 1).ToString(CultureInfo.InvariantCulture), label, Number(probability), .. ends]);
                }
            }
        }

        // What holds of the whole recording: whether it is unlike all that the model heard, who decoded it, and what is amiss.
        private static string[] Ends(Prediction prediction) =>
            [
                prediction.Error is not null ? ""
                : prediction.Stranger ? "yes"
                : "no",
                prediction.Decoder ?? "",
                string.Join("; ", prediction.Warnings),
                prediction.Error ?? "",
            ];

        private void Row(string[] cells)
        {
            using var rows = new CsvRows(Output);
            rows.Add(cells);
            rows.Flush();
        }
    }

    private sealed class JsonWriter(TextWriter output, ModelCard card, bool windows) : PredictionWriter(output)
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
                    Windows = windows
                        ? prediction
                            .Windows.Select(window => new
                            {
                                window.StartSeconds,
                                window.EndSeconds,
                                Classes = Ranked(card.Labels, window)
                                    .Take(prediction.Classes.Count)
                                    .Select(item => new { item.Label, item.Probability })
                                    .ToArray(),
                            })
                            .ToArray()
                        : null,
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
