using Research.Results.Metrics;

namespace Research.Experiments.GenreAffect;

/// <summary>A network that learns affect, trained without each fold of series in turn, once a seed.</summary>
internal sealed record AffectNetwork
{
    /// <summary>In words, as tables have it.</summary>
    public required string Name { get; init; }

    public required FeatureSet Frames { get; init; }

    /// <summary>One network each: a target by itself, or several together.</summary>
    public required IReadOnlyList<ValuesTask> Tasks { get; init; }

    public required ItemNetworkSettings Network { get; init; }

    public required TrainingSettings Training { get; init; }

    /// <summary>The training, by its seed, whose blocks it starts from; null for random weights.</summary>
    public required IReadOnlyDictionary<ulong, ItemNetworkTrial>? Starts { get; init; }

    public required bool FreezesBlocks { get; init; }

    public required int Folds { get; init; }

    public IEnumerable<ItemNetworkTrial> Trials(IEnumerable<ulong> seeds) =>
        from seed in seeds
        from task in Tasks
        from fold in Enumerable.Range(0, Folds)
        select TrialOf(task, fold, seed);

    /// <summary>What it predicted of every item by the training that never heard the item's series.</summary>
    public ValueRun Run(TableInputs inputs, ulong seed)
    {
        Dictionary<string, (double[] Truth, double[] Predicted)>[] tasks = [.. Tasks.Select(task => Joined(inputs, task, seed))];
        string[] items = [.. tasks[0].Keys.Order(StringComparer.Ordinal)];
        var predictions = new ValuePredictions(
            SubsetNames.Test,
            items,
            [.. Tasks.SelectMany(task => task.Targets)],
            [.. items.Select(item => tasks.SelectMany(own => own[item].Truth).ToArray())],
            [.. items.Select(item => tasks.SelectMany(own => own[item].Predicted).ToArray())]
        );
        return new(Name, AffectSettings.SeriesFolds, seed, predictions);
    }

    private Dictionary<string, (double[] Truth, double[] Predicted)> Joined(TableInputs inputs, ValuesTask task, ulong seed) =>
        Enumerable
            .Range(0, Folds)
            .Select(fold => (ValuePredictions)inputs.Of(TrialOf(task, fold, seed)).Predictions[^1])
            .SelectMany(own => own.Items.Select((item, i) => (item, own.Truth[i], own.Predicted[i])))
            .ToDictionary(own => own.item, own => (own.Item2, own.Item3));

    private ItemNetworkTrial TrialOf(ValuesTask task, int fold, ulong seed) =>
        new()
        {
            Frames = Frames,
            Protocol = AffectSettings.Fold(fold, Folds),
            SplitName = FormattableString.Invariant($"fold {fold}"),
            Task = task,
            VariantName = Tasks.Count == 1 ? Name : $"{Name}, {string.Join(" ", task.Targets)}",
            Network = Network,
            Training = Training,
            Start = Starts is null ? null : new(Starts[seed], FreezesBlocks),
            KeepsModel = false,
            Seed = seed,
        };
}

/// <summary>Tables of networks that learn affect, and the figures that answer the report's.</summary>
internal static class AffectTables
{
    /// <summary>As the report calls our target.</summary>
    private static string Published(string target) => target == "arousal" ? "energy" : target;

    /// <summary>A figure for each target that answers the report's rank correlation of a network.</summary>
    public static IEnumerable<Figure> Answering(
        IEnumerable<Figure> figures,
        string experiment,
        string model,
        string variant,
        bool mean,
        bool onOwnData = false
    ) =>
        figures
            .Where(figure => figure.Metric == MetricName.Spearman && (mean || figure.Class != ValueRun.MeanOfTargets))
            .Select(figure =>
                figure with
                {
                    OnOtherData = !onOwnData,
                    Answers = new()
                    {
                        Document = GenreRuns.Document,
                        Experiment = experiment,
                        Dataset = "multitask",
                        Model = model,
                        Variant = variant,
                        Split = SubsetNames.Test,
                        Quantity = MetricName.Spearman,
                        Class = Published(figure.Class),
                    },
                }
            );
}
