using System.Globalization;
using Research.Results.Tables;

namespace Research.Results.Trials;

/// <summary>predictions.csv: one row an item of a part. Numbers read back to the same bits.</summary>
/// <remarks>
/// Classes: part, item, true, predicted, and a column "p CLASS" each where there are probabilities. Labels: "true LABEL", "predicted LABEL" (0 or 1) and
/// "score LABEL". Real values: "true QUANTITY", "predicted QUANTITY".
/// </remarks>
public static class PredictionsFile
{
    public const string Name = "predictions.csv";

    private const string True = "true";
    private const string Predicted = "predicted";
    private const string Probability = "p";
    private const string Score = "score";

    /// <exception cref="ArgumentException">The parts are not of one kind, or not over the same names.</exception>
    public static string Write(IReadOnlyList<Predictions> parts)
    {
        string[] header = Header(parts[0]);
        if (parts.Any(part => !Header(part).SequenceEqual(header)))
        {
            throw new ArgumentException("All parts of a trial need predictions of one kind over the same names.", nameof(parts));
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var rows = new CsvRows(text))
        {
            rows.Add(header);
            foreach (Predictions part in parts)
            {
                for (int i = 0; i < part.Items.Count; i++)
                {
                    rows.Add([part.Subset, part.Items[i], .. Cells(part, i)]);
                }
            }
        }

        return text.ToString();
    }

    /// <param name="kind">What was predicted.</param>
    /// <param name="names">Classes, labels or quantities, in the order that the values point into.</param>
    public static IReadOnlyList<Predictions> Read(string text, PredictionKind kind, IReadOnlyList<string> names)
    {
        var table = CsvTable.Parse(text);
        return [.. table.Rows.GroupBy(row => row[0]).Select(part => Read(kind, table.Header.Count, part.Key, [.. part], names))];
    }

    public static PredictionKind KindOf(Predictions predictions) =>
        predictions switch
        {
            ClassPredictions => PredictionKind.Classes,
            LabelPredictions => PredictionKind.Labels,
            _ => PredictionKind.Values,
        };

    public static IReadOnlyList<string> NamesOf(Predictions predictions) =>
        predictions switch
        {
            ClassPredictions classes => classes.Classes,
            LabelPredictions labels => labels.Labels,
            ValuePredictions values => values.Quantities,
            _ => [],
        };

    private static string[] Header(Predictions predictions) =>
        predictions switch
        {
            ClassPredictions classes =>
            [
                "part",
                "item",
                True,
                Predicted,
                .. classes.Probabilities is null ? [] : Columns(Probability, classes.Classes),
            ],
            LabelPredictions labels =>
            [
                "part",
                "item",
                .. Columns(True, labels.Labels),
                .. Columns(Predicted, labels.Labels),
                .. labels.Scores is null ? [] : Columns(Score, labels.Labels),
            ],
            ValuePredictions values =>
            [
                "part",
                "item",
                .. Columns(True, values.Quantities),
                .. Columns(Predicted, values.Quantities),
            ],
            _ => throw new ArgumentException($"There is no file for {predictions.GetType().Name}.", nameof(predictions)),
        };

    private static IEnumerable<string> Columns(string what, IReadOnlyList<string> names) =>
        names.Select(name => $"{what} {name}");

    private static IEnumerable<string> Cells(Predictions predictions, int i) =>
        predictions switch
        {
            ClassPredictions classes =>
            [
                classes.Classes[classes.Truth[i]],
                classes.Classes[classes.Predicted[i]],
                .. classes.Probabilities is null ? [] : classes.Probabilities[i].Select(Text),
            ],
            LabelPredictions labels =>
            [
                .. labels.Truth[i].Concat(labels.Predicted[i]).Select(present => present ? "1" : "0"),
                .. labels.Scores is null ? [] : labels.Scores[i].Select(Text),
            ],
            ValuePredictions values => values.Truth[i].Concat(values.Predicted[i]).Select(Text),
            _ => [],
        };

    private static Predictions Read(
        PredictionKind kind,
        int columns,
        string part,
        IReadOnlyList<string>[] rows,
        IReadOnlyList<string> names
    )
    {
        string[] items = [.. rows.Select(row => row[1])];
        int n = names.Count;
        switch (kind)
        {
            case PredictionKind.Classes:
                var places = Enumerable.Range(0, n).ToDictionary(k => names[k]);
                int[] truth = [.. rows.Select(row => places[row[2]])];
                int[] predicted = [.. rows.Select(row => places[row[3]])];
                return new ClassPredictions(part, items, names, truth, predicted, columns > 4 ? Numbers(rows, 4, n) : null);
            case PredictionKind.Labels:
                double[][]? scores = columns > 2 + (2 * n) ? Numbers(rows, 2 + (2 * n), n) : null;
                return new LabelPredictions(part, items, names, Flags(rows, 2, n), Flags(rows, 2 + n, n), scores);
            default:
                return new ValuePredictions(part, items, names, Numbers(rows, 2, n), Numbers(rows, 2 + n, n));
        }
    }

    private static double[][] Numbers(IReadOnlyList<string>[] rows, int first, int count) =>
        [
            .. rows.Select(row =>
                Enumerable.Range(first, count).Select(k => double.Parse(row[k], CultureInfo.InvariantCulture)).ToArray()
            ),
        ];

    private static bool[][] Flags(IReadOnlyList<string>[] rows, int first, int count) =>
        [.. rows.Select(row => Enumerable.Range(first, count).Select(k => row[k] == "1").ToArray())];

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>What a trial predicts.</summary>
public enum PredictionKind
{
    /// <summary>One class an item.</summary>
    Classes,

    /// <summary>Several labels an item.</summary>
    Labels,

    /// <summary>Real values.</summary>
    Values,
}
