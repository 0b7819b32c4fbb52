namespace Research.Experiments.Digits;

/// <summary>What the digit recognisers say of themselves.</summary>
internal static class DigitCards
{
    private const string Note =
        "Expects one digit, cut to the word, as the recordings of its training are. Each digit counts as equally likely before anything is heard.";

    public static ModelCard Of(Dataset data, HmmTrial trial, TableInputs inputs) =>
        Of(data, $"Spoken digit: hidden Markov models, {trial.VariantName}", trial, trial.Protocol, trial.Seed, inputs);

    public static ModelCard Of(Dataset data, RecurrentTrial trial, TableInputs inputs) =>
        Of(data, $"Spoken digit: {trial.VariantName}", trial, trial.Protocol, trial.Seed, inputs);

    /// <summary>What the digits that a model learned from were like; of models with one split and seed the same.</summary>
    public static BackgroundTrial Background(DatasetRef data, Protocol split, ulong seed) =>
        new()
        {
            ModelName = "models of digits",
            Dataset = data,
            Protocol = split,
            Seed = seed,
        };

    private static ModelCard Of(Dataset data, string title, Trial trial, Protocol protocol, ulong seed, TableInputs inputs) =>
        ModelCards.Of(
            data,
            title,
            protocol.Of(SplitItems.Of(data), seed).Train,
            "published test part, speakers shared",
            inputs.Of(trial),
            Note
        );
}
