using Research.Evaluation.Rhythm;
using Research.Results.Metrics.Beats;

namespace Research.Experiments.GenreAffect;

/// <summary>What one tracker found, performance by performance.</summary>
/// <param name="Tracker">In words, as tables have it.</param>
internal sealed record BeatRun(string Tracker, IReadOnlyList<TrackedPerformance> Performances)
{
    /// <param name="tracked">One matrix an item, as <see cref="TrackedBeats"/> has it.</param>
    /// <param name="longest">True beats after this were not played.</param>
    public static BeatRun Of(TrackedBeats tracker, Dataset data, Matrix[] tracked, double longest, BeatMetricSettings counted) =>
        new(
            tracker.Tracker,
            [
                .. tracker
                    .Chosen.Places(data)
                    .Select(i => TrackedPerformance.Of(data.Items[i], tracked[i].Column(0), longest, counted)),
            ]
        );

    /// <summary>Those of one part of the published split; all where it is null.</summary>
    public TrackedPerformance[] Of(Subset? subset) => [.. Performances.Where(own => subset is null || own.Item.Subset == subset)];
}

/// <summary>A performance with the beats that were tracked in it.</summary>
/// <param name="TrueTempo">Beats a minute.</param>
/// <param name="Tempo">Beats a minute, as tracked; 0 where no beat was found.</param>
internal sealed record TrackedPerformance(Item Item, double TrueTempo, double Tempo, BeatMetrics Scores)
{
    private const double Reach = 0.05;

    // Multiples by which listeners, and trackers, take one level of a metre for another.
    private static readonly (string Name, double Multiple)[] Levels =
    [
        ("1/3", 1.0 / 3),
        ("1/2", 0.5),
        ("2/3", 2.0 / 3),
        ("3/4", 0.75),
        ("1", 1),
        ("4/3", 4.0 / 3),
        ("3/2", 1.5),
        ("2", 2),
        ("3", 3),
    ];

    /// <summary>The names of the levels, ascending, and of what is none of them.</summary>
    public static IReadOnlyList<string> LevelNames { get; } = [.. Levels.Select(level => level.Name), "other"];

    /// <summary>Which multiple of the true tempo was tracked: within 5 %.</summary>
    public string Level =>
        Levels.FirstOrDefault(level => Math.Abs((Tempo / (level.Multiple * TrueTempo)) - 1) < Reach, ("other", 0)).Name;

    /// <param name="tracked">Beats a minute, then the second of each beat.</param>
    public static TrackedPerformance Of(Item item, double[] tracked, double longest, BeatMetricSettings counted) =>
        new(
            item,
            item.Targets[BeatScores.Tempo],
            tracked[0],
            BeatMetrics.Of([.. BeatScores.TrueBeats(item).Where(at => at < longest)], tracked[1..], counted)
        );
}
