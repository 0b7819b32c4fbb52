using Research.Evaluation.Rhythm;
using Research.Results.Metrics;
using Research.Results.Metrics.Beats;

namespace Research.Experiments.GenreAffect;

/// <summary>Tables of tracked beats.</summary>
internal static class BeatTables
{
    public const string Scores = "beats";
    public const string Performances = "performances";
    public const string AllParts = "all";

    private const int Decimals = 4;

    private static readonly string[] Metrics = [MetricName.FMeasure, MetricName.CorrectLevelTotal, MetricName.AnyLevelTotal];

    /// <summary>The parts of the published split that are there, and all together; each with its name.</summary>
    public static IReadOnlyList<(string Name, Subset? Subset)> Parts(BeatRun run) =>
        [
            .. new[] { Subset.Train, Subset.Validation, Subset.Test }
                .Where(subset => run.Of(subset).Length > 0)
                .Select(subset => (NameOf(subset), (Subset?)subset)),
            (AllParts, null),
        ];

    /// <summary>Mean scores of each tracker and part, with 95 % percentile intervals of a bootstrap over performances and over drummers.</summary>
    public static ResultTable OfTrackers(IEnumerable<BeatRun> runs)
    {
        var table = new ResultTable(
            Scores,
            [
                .. Column.Texts("variant", "split"),
                .. Column.Counts("performances", "groups"),
                .. Metrics.SelectMany(metric =>
                    Column.Numbers(
                        Decimals,
                        metric,
                        $"{metric}_low_items",
                        $"{metric}_high_items",
                        $"{metric}_low_groups",
                        $"{metric}_high_groups"
                    )
                ),
            ]
        );
        foreach (BeatRun run in runs)
        {
            foreach ((string name, Subset? subset) in Parts(run))
            {
                TrackedPerformance[] own = run.Of(subset);
                Resampled resampled = Resample(own);
                table.Add([
                    run.Tracker,
                    name,
                    own.Length,
                    resampled.Groups,
                    .. Enumerable.Range(0, Metrics.Length).SelectMany(resampled.Cells),
                ]);
            }
        }

        return table;
    }

    /// <summary>How many performances were tracked at which multiple of their tempo, and how well.</summary>
    public static ResultTable OfLevels(IEnumerable<BeatRun> runs)
    {
        var table = Means("levels", "level");
        foreach (BeatRun run in runs)
        {
            foreach (string level in TrackedPerformance.LevelNames)
            {
                Add(table, run.Tracker, level, [.. run.Performances.Where(own => own.Level == level)]);
            }
        }

        return table;
    }

    /// <summary>By style, or genre.</summary>
    public static ResultTable OfStyles(IEnumerable<BeatRun> runs)
    {
        var table = Means("styles", "style");
        foreach (BeatRun run in runs)
        {
            foreach (var style in run.Performances.GroupBy(own => own.Item.Label).OrderBy(own => own.Key, StringComparer.Ordinal))
            {
                Add(table, run.Tracker, style.Key!, [.. style]);
            }
        }

        return table;
    }

    /// <summary>Every performance by itself.</summary>
    public static ResultTable Each(BeatRun run)
    {
        var table = new ResultTable(
            Performances,
            [
                .. Column.Texts("performance", "style", "group", "split", "level"),
                .. Column.Numbers(1, BeatScores.Tempo, "tracked_tempo"),
                .. Column.Numbers(Decimals, Metrics),
            ]
        );
        foreach (TrackedPerformance own in run.Performances)
        {
            Item item = own.Item;
            object?[] about = [item.Id, item.Label, item.Group, item.Subset is { } subset ? NameOf(subset) : "", own.Level];
            table.Add([.. about, own.TrueTempo, own.Tempo, .. Values(own.Scores).Cast<object?>()]);
        }

        return table;
    }

    private static string NameOf(Subset subset) =>
        subset switch
        {
            Subset.Train => "train",
            Subset.Test => SubsetNames.Test,
            _ => SubsetNames.Validation,
        };

    private static ResultTable Means(string name, string column) =>
        new(name, [.. Column.Texts("variant", column), Column.Count("performances"), .. Column.Numbers(Decimals, Metrics)]);

    private static void Add(ResultTable table, string tracker, string group, TrackedPerformance[] own)
    {
        if (own.Length > 0)
        {
            BeatMetrics mean = BeatScores.Mean([.. own.Select(performance => performance.Scores)]);
            table.Add([tracker, group, own.Length, .. Values(mean).Cast<object?>()]);
        }
    }

    private static Resampled Resample(TrackedPerformance[] own)
    {
        double[][] values = [.. own.Select(performance => Values(performance.Scores))];
        Dictionary<string, string> groups = own.ToDictionary(one => one.Item.Id, one => one.Item.Group);
        return Resampled.Of([.. own.Select(one => one.Item.Id)], item => groups[item], copies => Weighted(values, copies));
    }

    private static double[] Weighted(double[][] values, int[] copies)
    {
        double count = copies.Sum();
        return
        [
            .. Enumerable
                .Range(0, Metrics.Length)
                .Select(metric => OrderedSum.Of([.. values.Select((own, i) => copies[i] * own[metric])]) / count),
        ];
    }

    private static double[] Values(BeatMetrics scores) => [scores.FMeasure, scores.CorrectLevelTotal, scores.AnyLevelTotal];
}
