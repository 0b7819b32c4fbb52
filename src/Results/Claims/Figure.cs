using Research.Numerics;
using Research.Results.Statistics;

namespace Research.Results.Claims;

/// <summary>One figure of an experiment: what was measured, over how many runs, and the published figure that it answers.</summary>
public sealed record Figure
{
    /// <summary>Model and settings in words, separated by commas.</summary>
    public required string Variant { get; init; }

    /// <summary>train, validation, test or leave-one-speaker-out.</summary>
    public required string Split { get; init; }

    /// <summary>accuracy, uar, f1, …</summary>
    public required string Metric { get; init; }

    /// <summary>The class, where the metric is of one; else empty.</summary>
    public string Class { get; init; } = "";

    /// <summary>One value a run.</summary>
    public required IReadOnlyList<double> Runs { get; init; }

    /// <summary>What differs from run to run, which decides what the interval says.</summary>
    public RunsDifferBy RunsDifferBy { get; init; } = RunsDifferBy.Seed;

    /// <summary>Whether it is a share, whose interval cannot leave 0 to 1.</summary>
    public bool IsShare { get; init; } = true;

    /// <summary>Items behind each run's proportion; null where it is none.</summary>
    public int? TestItems { get; init; }

    /// <summary>How near the published figure counts as the same, where the study's software computed with fewer digits; 0 for its last printed place.</summary>
    public double ComparedWithin { get; init; }

    /// <summary>What a published figure that it answers is about; null where no study can have published it.</summary>
    public ClaimKey? Answers { get; init; }

    /// <summary>Whether it was measured on other data than the published figure, because those cannot be had.</summary>
    public bool OnOtherData { get; init; }

    /// <summary>One number that is no share, such as a count.</summary>
    public static Figure Number(string variant, string split, string metric, double value) =>
        new()
        {
            Variant = variant,
            Split = split,
            Metric = metric,
            Runs = [value],
            IsShare = false,
        };

    /// <summary>Mean of the runs; over marks the value at the marks as they were set, which is the first run.</summary>
    public double Mean => RunsDifferBy == RunsDifferBy.Marks ? Runs[0] : OrderedSum.Mean([.. Runs]);

    /// <summary>Sample deviation over the runs; null for one run.</summary>
    public double? Deviation => Runs.Count > 1 ? Math.Sqrt(OrderedSum.Variance([.. Runs], 1)) : null;

    /// <summary>
    /// 95 %: Student's interval of the mean over seeds; the middle 95 % of the runs over splits or marks, one of which a study published;
    /// Wilson's of one proportion; null for one run of anything else.
    /// </summary>
    public Interval? Interval =>
        Runs.Count > 1 && RunsDifferBy != RunsDifferBy.Seed ? Statistics.Interval.OfMiddle(Runs, 0.95)
        : Runs.Count > 1 ? OfMean()
        : TestItems is { } items ? Statistics.Interval.Wilson((int)Math.Round(Runs[0] * items), items, 0.95)
        : null;

    private Interval OfMean()
    {
        Interval interval = Statistics.Interval.OfMean(Runs, 0.95);
        return IsShare ? new(Math.Max(0, interval.Low), Math.Min(1, interval.High)) : interval;
    }
}

/// <summary>What differs between the runs of a figure.</summary>
public enum RunsDifferBy
{
    /// <summary>The seed of training; the test items stay.</summary>
    Seed,

    /// <summary>The random split into training and test items.</summary>
    Split,

    /// <summary>Where a person set the ends of an interval by eye: the first run has them as they were set, the others moved.</summary>
    Marks,

    /// <summary>Which speaker or utterance is looked at.</summary>
    Item,
}
