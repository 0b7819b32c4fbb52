namespace Research.Experiments.GenreAffect;

/// <summary>A network of the study: its frames, its layers, its training.</summary>
internal sealed record NetworkVariant
{
    /// <summary>In words, as tables have it.</summary>
    public required string Name { get; init; }

    /// <summary>As the claims name the settings; empty where nothing was published of them.</summary>
    public required string Claimed { get; init; }

    public required MusicFrames Frames { get; init; }

    /// <summary>Those frames where a dataset has them already; null to compute them.</summary>
    public FeatureSet? Given { get; init; }

    public required ItemNetworkSettings Network { get; init; }

    public required TrainingSettings Training { get; init; }

    public required bool BalancesClasses { get; init; }

    /// <summary>Share of the truth that is spread over all classes.</summary>
    public required double Smoothing { get; init; }

    /// <summary>Whether its trained networks are kept, for other trainings to start from.</summary>
    public required bool KeepsModels { get; init; }

    /// <summary>Its training on one split, for one seed.</summary>
    public ItemNetworkTrial On(DatasetRef data, string splitName, Protocol split, ulong seed) =>
        new()
        {
            Frames = Given ?? Frames.On(data),
            Protocol = split,
            SplitName = splitName,
            Task = new ClassesTask { BalancesClasses = BalancesClasses, Smoothing = Smoothing },
            VariantName = Name,
            Network = Network,
            Training = Training,
            Start = null,
            KeepsModel = KeepsModels,
            Seed = seed,
        };
}
