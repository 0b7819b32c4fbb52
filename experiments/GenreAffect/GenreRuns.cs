using Research.Results.Metrics;

namespace Research.Experiments.GenreAffect;

/// <summary>A network of the study on one split: its trainings, one a seed, and the figures that answer the report's.</summary>
/// <remarks>
/// The report's ten classes are genres of the Free Music Archive. Seven of them GTZAN has too; figures of the other three, Electronic, Folk and Trip-Hop, only the report's own
/// data answer: see <see cref="CourseGenres"/>.
/// </remarks>
/// <param name="Network">As the claims name the model.</param>
/// <param name="Claimed">As the claims name the settings; empty where nothing was published of them.</param>
internal sealed record GenreRuns(string Network, string Claimed, IReadOnlyList<(ulong Seed, TrialResult Result)> Runs)
{
    public const string Document = "genre-affect";

    private const string FreeMusicArchive = "fma-genre";

    /// <summary>As the claims name what was tried.</summary>
    public string Experiment { get; init; } = Network;

    /// <summary>Whether the data are the report's own, whose classes are numbered in their order.</summary>
    public bool OnOwnData { get; init; }

    // The report's numbers of the classes, by GTZAN's names.
    private static readonly (string Genre, string Class)[] Shared =
    [
        ("blues", "0"),
        ("classical", "1"),
        ("hiphop", "4"),
        ("jazz", "5"),
        ("metal", "6"),
        ("pop", "7"),
        ("rock", "8"),
    ];

    /// <summary>Precision, recall and F1 of the shared classes and their means over all, on the test part.</summary>
    /// <param name="variant">In words, as tables have it.</param>
    /// <param name="classes">Whether the report printed them for this network; else accuracy alone.</param>
    public IEnumerable<Figure> Test(string variant, bool classes)
    {
        ConfusionMatrix[] confusions = [.. Runs.Select(run => run.Result.Classes(SubsetNames.Test).Confusion)];
        IReadOnlyList<string> genres = Runs[0].Result.Classes(SubsetNames.Test).Classes;
        yield return Of(variant, SubsetNames.Test, MetricName.Accuracy, "", confusions.Select(own => own.Accuracy));
        if (!classes)
        {
            yield break;
        }

        foreach ((string metric, Func<ConfusionMatrix, int, double> value) in Metrics)
        {
            foreach ((string genre, string number) in Numbered(genres))
            {
                int place = genres.Index().Single(own => own.Item == genre).Index;
                yield return Of(variant, SubsetNames.Test, metric, number, confusions.Select(own => value(own, place))) with
                {
                    Class = genre,
                };
            }

            yield return Of(
                variant,
                SubsetNames.Test,
                metric,
                "macro avg",
                confusions.Select(own => Average(own, genres.Count, _ => 1, value))
            );
            yield return Of(
                variant,
                SubsetNames.Test,
                metric,
                "weighted avg",
                confusions.Select(own => Average(own, genres.Count, c => own.Support(c), value))
            );
        }
    }

    /// <summary>Accuracy, and where it was printed the loss, of the validation part after the last epoch.</summary>
    public IEnumerable<Figure> LastEpoch(string variant, int epoch, bool loss)
    {
        string named = FormattableString.Invariant($"epoch {epoch}");
        yield return Of(variant, SubsetNames.Validation, MetricName.Accuracy, named, Last(TrainingCurve.ValidationAccuracy));
        if (loss)
        {
            yield return Of(variant, SubsetNames.Validation, "loss", named, Last(TrainingCurve.ValidationLoss)) with
            {
                IsShare = false,
            };
        }
    }

    private static (string Name, Func<ConfusionMatrix, int, double> Value)[] Metrics =>
        [
            (MetricName.Precision, (confusion, c) => confusion.Precision(c)),
            (MetricName.Recall, (confusion, c) => confusion.Recall(c)),
            (MetricName.F1, (confusion, c) => confusion.F1(c)),
        ];

    private IEnumerable<(string Genre, string Class)> Numbered(IReadOnlyList<string> genres) =>
        OnOwnData
            ? genres.Select((genre, number) => (genre, FormattableString.Invariant($"{number}")))
            : Shared.Where(shared => genres.Contains(shared.Genre));

    private IEnumerable<double> Last(string metric) => Runs.Select(run => run.Result.Curve!.Of(metric)[^1]);

    private static double Average(
        ConfusionMatrix own,
        int classes,
        Func<int, double> weight,
        Func<ConfusionMatrix, int, double> value
    )
    {
        int[] all = [.. Enumerable.Range(0, classes)];
        return OrderedSum.Of([.. all.Select(c => weight(c) * value(own, c))]) / OrderedSum.Of([.. all.Select(weight)]);
    }

    private Figure Of(string variant, string split, string metric, string claimedClass, IEnumerable<double> values) =>
        new()
        {
            Variant = variant,
            Split = split,
            Metric = metric,
            Class = claimedClass,
            Runs = [.. values],
            OnOtherData = !OnOwnData,
            Answers =
                Claimed.Length == 0
                    ? null
                    : new()
                    {
                        Document = Document,
                        Experiment = Experiment,
                        Dataset = FreeMusicArchive,
                        Model = Network,
                        Variant = Claimed,
                        Split = split,
                        Quantity = metric,
                        Class = claimedClass,
                    },
        };
}
