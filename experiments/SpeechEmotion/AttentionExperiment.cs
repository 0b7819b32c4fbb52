namespace Research.Experiments.SpeechEmotion;

/// <summary>What both of the study's experiments with attention have: its own network under its own protocol, and a network that is also tested on speakers whom it never heard.</summary>
internal abstract record AttentionExperiment : Experiment
{
    // Data
    public required double TestFraction { get; init; }

    public required double ValidationFraction { get; init; }

    /// <summary>The dataset that answers what the study measured on ShEMO; its figures carry the claims.</summary>
    public required string StandIn { get; init; }

    // Models
    public required AttentionVariant Published { get; init; }

    public required SpeakerTrials Speakers { get; init; }

    private protected static string NameOf(AttentionTrial trial) => $"{trial.Corpus}, {trial.Variant.Name}";

    private protected static ClassRun RunOf(TableInputs inputs, AttentionTrial trial) =>
        new(NameOf(trial), trial.Fold, trial.Seed, inputs.Of(trial).Classes(SubsetNames.Test));

    /// <summary>What a figure of the study is about.</summary>
    /// <param name="claims">As the claims name the experiment, its dataset and its model.</param>
    private protected static ClaimKey KeyOf(
        (string Experiment, string Dataset, string Model) claims,
        string variant,
        string split,
        string quantity
    ) =>
        new()
        {
            Document = EmotionSettings.Document,
            Experiment = claims.Experiment,
            Dataset = claims.Dataset,
            Model = claims.Model,
            Variant = variant,
            Split = split,
            Quantity = quantity,
        };
}
