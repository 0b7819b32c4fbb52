using System.Globalization;
using Research.Models.Witnessing;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Evaluation.Witnessing;

/// <summary>What one engine made of one trial: losses after some updates, and what came out at the end.</summary>
/// <param name="Measures">In the order of the table.</param>
internal sealed record WitnessRecord(IReadOnlyList<WitnessMeasure> Measures)
{
    public const string File = "record.csv";

    /// <summary>Name of a loss among the measures.</summary>
    public const string Loss = "loss";

    /// <summary>Updates before the batches whose loss is compared.</summary>
    private static readonly int[] Updates = [0, 1, 10, 100];

    public static WitnessRecord Of(IEnumerable<WitnessedTraining> trainings, TrialResult result)
    {
        double[][] losses = [.. trainings.Select(training => training.Losses.ToArray())];
        int updates = losses.Sum(one => one.Length);
        return new([.. losses.SelectMany(LossesOf), .. FinalOf(result, updates)]);
    }

    /// <summary>The record as text.</summary>
    public string ToCsv()
    {
        var table = new ResultTable(
            "record",
            [Column.Text("measure"), Column.Count("updates"), Column.Number("value", 9), Column.Count("items")]
        );
        foreach (WitnessMeasure measure in Measures)
        {
            table.Add(measure.Name, measure.Updates, measure.Value, measure.Items);
        }

        return table.ToCsv();
    }

    public static WitnessRecord Parse(string csv)
    {
        var table = CsvTable.Parse(csv);
        return new([.. table.Rows.Select(row => Read(table, row))]);
    }

    private static WitnessMeasure Read(CsvTable table, IReadOnlyList<string> row) =>
        new(
            table.Cell(row, "measure"),
            int.Parse(table.Cell(row, "updates"), CultureInfo.InvariantCulture),
            double.Parse(table.Cell(row, "value"), CultureInfo.InvariantCulture),
            table.Cell(row, "items") is { Length: > 0 } items ? int.Parse(items, CultureInfo.InvariantCulture) : null
        );

    private static IEnumerable<WitnessMeasure> LossesOf(double[] losses) =>
        Updates
            .Where(updates => updates < losses.Length)
            .Select(updates => new WitnessMeasure(Loss, updates, losses[updates], null));

    // Test predictions stand last; a trial without predictions states its figures as single numbers.
    private static IEnumerable<WitnessMeasure> FinalOf(TrialResult result, int updates) =>
        result.Predictions.Count > 0
            ? [new(result.Predictions[^1].ScoreName, updates, result.Predictions[^1].Score, result.Predictions[^1].Items.Count)]
            : result
                .Numbers.Where(number => number.Value.Count == 1)
                .OrderBy(number => number.Key, StringComparer.Ordinal)
                .Select(number => new WitnessMeasure(number.Key, updates, number.Value[0], null));
}

/// <summary>One number of a record.</summary>
/// <param name="Name">loss, accuracy, or the name of a trial's number.</param>
/// <param name="Updates">Updates of the weights before it was taken.</param>
/// <param name="Items">Items that an accuracy is of; else null.</param>
internal sealed record WitnessMeasure(string Name, int Updates, double Value, int? Items);
