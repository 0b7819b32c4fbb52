using System.Globalization;
using Research.Numerics;
using Research.Results.Statistics;
using Research.Results.Tables;

namespace Research.Evaluation.Witnessing;

/// <summary>witness.csv: what both engines made of the same trainings, number by number, with a verdict.</summary>
public static class WitnessTable
{
    public const string Name = "witness";
    public const string Agrees = "agrees";
    public const string Differs = "differs";

    private const double Level = 0.95;

    /// <param name="pairs">Of every trial, the two engines' records as text.</param>
    /// <exception cref="ResearchException">A pair measured different things.</exception>
    public static ResultTable Of(IReadOnlyList<WitnessPair> pairs)
    {
        var table = new ResultTable(
            Name,
            [
                .. Column.Texts("trial", "description", "measure"),
                Column.Count("updates"),
                .. Column.Numbers(9, "portable", "torchsharp", "difference", "tolerance"),
                Column.Text("verdict"),
            ]
        );
        foreach (IGrouping<string, WitnessPair> variant in pairs.GroupBy(pair => pair.Variant))
        {
            Measured[] all = [.. variant.SelectMany(Of)];
            foreach (Measured one in all.Concat(Means(all)))
            {
                bool agrees = one.Difference <= one.Tolerance;
                table.Add(
                    one.Trial,
                    one.Description,
                    one.Measure,
                    one.Updates,
                    one.Portable,
                    one.TorchSharp,
                    one.Difference,
                    one.Tolerance,
                    agrees ? Agrees : Differs
                );
            }
        }

        return table;
    }

    private static IEnumerable<Measured> Of(WitnessPair pair)
    {
        WitnessMeasure[] ours = [.. WitnessRecord.Parse(pair.Portable).Measures];
        WitnessMeasure[] theirs = [.. WitnessRecord.Parse(pair.TorchSharp).Measures];
        if (!ours.Select(one => one.Name).SequenceEqual(theirs.Select(one => one.Name)))
        {
            throw new ResearchException(
                $"{pair.Trial}: the engines measured different things ({ours.Length} and {theirs.Length} numbers). Remove artifacts/torchsharp/witness and run --target Witness again."
            );
        }

        return ours.Zip(theirs, (a, b) => Of(pair, a, b));
    }

    private static Measured Of(WitnessPair pair, WitnessMeasure a, WitnessMeasure b)
    {
        double difference = Math.Abs(a.Value - b.Value);
        double size = Math.Max(Math.Abs(a.Value), Math.Abs(b.Value));
        double relative = size == 0 ? 0 : difference / size;
        (double found, double tolerance) =
            a.Name == WitnessRecord.Loss ? (relative, WitnessTolerance.OfLoss(a.Updates))
            : a.Items is { } items ? (difference, WitnessTolerance.OfShare(a.Value, b.Value, items))
            : (relative, WitnessTolerance.OfFigure);
        return new(pair.Trial, pair.Description, a.Name, a.Updates, a.Value, b.Value, found, tolerance)
        {
            IsFinal = a.Name != WitnessRecord.Loss,
        };
    }

    // Each engine's mean over the seeds lies within the other's interval where the difference is below the narrower half-width.
    private static IEnumerable<Measured> Means(Measured[] all) =>
        all.Where(one => one.IsFinal)
            .GroupBy(one => one.Measure)
            .Where(seeds => seeds.Count() > 1)
            .Select(seeds => Mean([.. seeds]));

    private static Measured Mean(Measured[] seeds)
    {
        double[] ours = [.. seeds.Select(one => one.Portable)];
        double[] theirs = [.. seeds.Select(one => one.TorchSharp)];
        (double a, double b) = (OrderedSum.Mean(ours), OrderedSum.Mean(theirs));
        double narrower = Math.Min(Interval.OfMean(ours, Level).High - a, Interval.OfMean(theirs, Level).High - b);
        string count = seeds.Length.ToString(CultureInfo.InvariantCulture);
        return new(
            seeds[0].Trial,
            seeds[0].Description,
            $"{seeds[0].Measure}, mean of {count} seeds",
            seeds[0].Updates,
            a,
            b,
            Math.Abs(a - b),
            narrower
        );
    }

    private sealed record Measured(
        string Trial,
        string Description,
        string Measure,
        int Updates,
        double Portable,
        double TorchSharp,
        double Difference,
        double Tolerance
    )
    {
        public bool IsFinal { get; init; }
    }
}

/// <summary>The records of one trial under both engines.</summary>
/// <param name="Trial">Name of the trial.</param>
/// <param name="Description">Its description.</param>
/// <param name="Variant">Trials that differ by their seeds alone share it.</param>
/// <param name="Portable">Record of our engine, as text.</param>
/// <param name="TorchSharp">Record of the other, as text.</param>
public sealed record WitnessPair(string Trial, string Description, string Variant, string Portable, string TorchSharp);
