namespace Research.Experiments.FilmEmotion;

/// <summary>A network that learns ratings from one vector an excerpt, trained without each fold in turn, once a seed.</summary>
internal sealed record RatedNetwork
{
    /// <summary>In words, as tables have it.</summary>
    public required string Name { get; init; }

    public required FeatureSet Vectors { get; init; }

    /// <summary>Ratings that one network learns together, of several networks.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Targets { get; init; }

    public required VectorNetworkSettings Network { get; init; }

    public required TrainingSettings Training { get; init; }

    /// <summary>Of whose folds each is tested in turn.</summary>
    public required GroupCrossValidation Split { get; init; }

    public IEnumerable<ItemNetworkTrial> Trials(IEnumerable<ulong> seeds) =>
        from seed in seeds
        from targets in Targets
        from fold in Enumerable.Range(0, Split.Folds)
        select TrialOf(targets, fold, seed);

    /// <summary>What it predicted of every excerpt by the training that never saw it.</summary>
    public ValueRun Run(TableInputs inputs, string split, ulong seed)
    {
        Dictionary<string, (double[] Truth, double[] Predicted)>[] parts =
        [
            .. Targets.Select(targets => Joined(inputs, targets, seed)),
        ];
        string[] items = [.. parts[0].Keys.Order(StringComparer.Ordinal)];
        return new(
            Name,
            split,
            seed,
            new ValuePredictions(
                SubsetNames.Test,
                items,
                [.. Targets.SelectMany(targets => targets)],
                [.. items.Select(item => parts.SelectMany(own => own[item].Truth).ToArray())],
                [.. items.Select(item => parts.SelectMany(own => own[item].Predicted).ToArray())]
            )
        );
    }

    private Dictionary<string, (double[] Truth, double[] Predicted)> Joined(
        TableInputs inputs,
        IReadOnlyList<string> targets,
        ulong seed
    ) =>
        Enumerable
            .Range(0, Split.Folds)
            .Select(fold => inputs.Of(TrialOf(targets, fold, seed)).Values(SubsetNames.Test))
            .SelectMany(own => own.Items.Select((item, i) => (item, own.Truth[i], own.Predicted[i])))
            .ToDictionary(own => own.item, own => (own.Item2, own.Item3));

    private ItemNetworkTrial TrialOf(IReadOnlyList<string> targets, int fold, ulong seed) =>
        new()
        {
            Frames = Vectors,
            Protocol = Split with { Fold = fold },
            SplitName = FormattableString.Invariant($"fold {fold}"),
            Task = new ValuesTask
            {
                Targets = targets,
                Weights = [.. targets.Select(_ => 1.0)],
                LearnsWeights = false,
            },
            VariantName = Targets.Count == 1 ? Name : $"{Name}, {string.Join(" ", targets)}",
            Network = Network,
            Training = Training,
            Start = null,
            KeepsModel = false,
            Seed = seed,
        };
}
