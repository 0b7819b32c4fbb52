using System.Globalization;
using Research.Numerics;
using Research.Results.Statistics;
using Research.Results.Tables;

namespace Research.Evaluation.Witnessing;

/// <summary>witness.csv: what both engines made of the same trainings, number by number, with a verdict.</summary>
/// <remarks>
/// agrees: within the tolerance. sensitive: beyond it, and no further than such a training goes when its weights move by a millionth at every update.
/// differs: neither. Differences are relative, but for accuracies and their means.
/// </remarks>
public static class WitnessTable
{
    public const string Name = "witness";
    public const string Agrees = "agrees";
    public const string Sensitive = "sensitive";
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
                .. Column.Numbers(9, "portable", "torchsharp", "difference", "tolerance", "sensitivity"),
                Column.Text("verdict"),
            ]
        );
        foreach (IGrouping<string, WitnessPair> variant in pairs.GroupBy(pair => pair.Variant))
        {
            Measured[] all = [.. variant.SelectMany(Of)];
            foreach (Measured one in all.Concat(Means(all)))
            {
                table.Add(
                    one.Trial,
                    one.Description,
                    one.Measure,
                    one.Updates,
                    one.Portable,
                    one.TorchSharp,
                    one.Difference,
                    one.Tolerance,
                    one.Sensitivity,
                    one.Verdict
                );
            }
        }

        return table;
    }

    private static IEnumerable<Measured> Of(WitnessPair pair)
    {
        IReadOnlyList<WitnessMeasure> ours = WitnessRecord.Parse(pair.Portable).Measures;
        IReadOnlyList<WitnessMeasure> theirs = WitnessRecord.Parse(pair.TorchSharp).Measures;
        IReadOnlyList<WitnessMeasure> moved = WitnessRecord.Parse(pair.Perturbed).Measures;
        if (!Names(ours).SequenceEqual(Names(theirs)) || !Names(ours).SequenceEqual(Names(moved)))
        {
            throw new ResearchException(
                $"{pair.Trial}: the engines measured different things ({ours.Count}, {theirs.Count} and {moved.Count} numbers). Remove artifacts/witness and artifacts/torchsharp/witness, and run --target Witness again."
            );
        }

        return ours.Select((own, i) => Of(pair, own, theirs[i].Value, moved[i].Value));
    }

    private static IEnumerable<string> Names(IEnumerable<WitnessMeasure> measures) => measures.Select(measure => measure.Name);

    private static Measured Of(WitnessPair pair, WitnessMeasure own, double theirs, double moved)
    {
        bool isShare = own.Items is not null;
        return new()
        {
            Trial = pair.Trial,
            Description = pair.Description,
            Measure = own.Name,
            Updates = own.Updates,
            Portable = own.Value,
            TorchSharp = theirs,
            Difference = Difference(own.Value, theirs, isShare),
            Tolerance = own.Items is { } items
                ? WitnessTolerance.OfShare(own.Value, theirs, items)
                : WitnessTolerance.After(own.Updates),
            Sensitivity = Difference(own.Value, moved, isShare),
        };
    }

    private static double Difference(double a, double b, bool isShare)
    {
        double size = Math.Max(Math.Abs(a), Math.Abs(b));
        return isShare || size == 0 ? Math.Abs(a - b) : Math.Abs(a - b) / size;
    }

    // Each engine's mean over the seeds lies within the other's interval where the difference is below the narrower half-width.
    private static IEnumerable<Measured> Means(Measured[] all) =>
        all.Where(one => one.Measure != WitnessRecord.Loss)
            .GroupBy(one => one.Measure)
            .Where(seeds => seeds.Count() > 1)
            .Select(seeds => Mean([.. seeds]));

    private static Measured Mean(Measured[] seeds)
    {
        double[] ours = [.. seeds.Select(one => one.Portable)];
        double[] theirs = [.. seeds.Select(one => one.TorchSharp)];
        (double a, double b) = (OrderedSum.Mean(ours), OrderedSum.Mean(theirs));
        string count = seeds.Length.ToString(CultureInfo.InvariantCulture);
        return seeds[0] with
        {
            Measure = $"{seeds[0].Measure}, mean of {count} seeds",
            Portable = a,
            TorchSharp = b,
            Difference = Math.Abs(a - b),
            Tolerance = Math.Min(Interval.OfMean(ours, Level).High - a, Interval.OfMean(theirs, Level).High - b),
            Sensitivity = null,
        };
    }

    private sealed record Measured
    {
        public required string Trial { get; init; }
        public required string Description { get; init; }
        public required string Measure { get; init; }
        public required int Updates { get; init; }
        public required double Portable { get; init; }
        public required double TorchSharp { get; init; }
        public required double Difference { get; init; }
        public required double Tolerance { get; init; }
        public required double? Sensitivity { get; init; }

        public string Verdict =>
            Difference <= Tolerance ? Agrees
            : Sensitivity is { } moved && Difference <= WitnessTolerance.OfSensitive(moved) ? Sensitive
            : Differs;
    }
}

/// <summary>The records of one trial under both engines.</summary>
public sealed record WitnessPair
{
    /// <summary>Name of the trial.</summary>
    public required string Trial { get; init; }

    public required string Description { get; init; }

    /// <summary>Trials that differ by their seeds alone share it.</summary>
    public required string Variant { get; init; }

    /// <summary>Record of our engine, as text.</summary>
    public required string Portable { get; init; }

    /// <summary>Record of our engine whose weights were moved by a millionth at every update, as text.</summary>
    public required string Perturbed { get; init; }

    /// <summary>Record of TorchSharp, as text.</summary>
    public required string TorchSharp { get; init; }
}
