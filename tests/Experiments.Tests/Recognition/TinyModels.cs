using Research.Corpora;
using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Recognition;
using Research.Evaluation.Trials;
using Research.Experiments.SpeechEmotion;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Experiments.Tests.Recognition;

/// <summary>Every model that profile quick exports, each trained on a tiny set by the trial of its experiment and packed.</summary>
internal static class TinyModels
{
    private static readonly Dataset[] Sets =
    [
        SyntheticDigits.Make("synthetic-digits", 7, 8000, 4, [0, 3, 6], 9),
        SyntheticSpeechEmotion.Make("synthetic-speech-emotion", 7, 3, 7),
        SyntheticMusic.Make("synthetic-music", 7, 6, 2),
    ];

    private static readonly Dictionary<string, Lazy<TinyModel>> Models = ExportedIn(Profile.Quick)
        .ToDictionary(
            exported => $"{exported.Model.Kind}: {exported.Name}",
            exported => new Lazy<TinyModel>(() => Train(exported.Model))
        );

    public static TinyRun Run { get; } = new(Sets);

    /// <summary>One of the tiny sets.</summary>
    public static Dataset Set(string id) => Sets.Single(set => set.Id == id);

    /// <summary>Kind, experiment and model, such as "hmm: Digits.GmmHmm/synthetic-digits".</summary>
    public static IEnumerable<string> Names => Models.Keys;

    public static TinyModel Of(string name) => Models[name].Value;

    /// <summary>What the experiments of a profile export.</summary>
    public static IEnumerable<(string Name, ExportedModel Model)> ExportedIn(Profile profile) =>
        from experiment in Studies.All.SelectMany(study => study.Experiments(profile))
        where experiment is IExportsModels
        from model in ((IExportsModels)experiment).Models()
        select ($"{experiment.Target}/{model.Name}", model);

    private static TinyModel Train(ExportedModel model)
    {
        Dataset data = Set(model.Trial.Data[0].Id);
        TrialResult result = Run.ResultOf(model.Trial);
        int[] train = PartsOf(model.Trial, data).Train;
        TrialResult? background = model.Background is { } known ? Run.ResultOf(known) : null;
        ModelCard alone = ModelCards.Of(data, "tiny", train, "test", result, "none");
        ModelCard card = background is null ? alone : alone.WithBackground(background);
        Recognizer kept = ModelFiles.Read(model, card, result.Model!, background?.Model, Studies.ModelKinds);
        Recognizer packed = ModelFiles.Read(ModelFiles.Write(kept), "tiny.rmodel", Studies.ModelKinds);
        return new(model, data, result, background, train, packed);
    }

    private static TrainValidationTest PartsOf(Trial trial, Dataset data)
    {
        var items = SplitItems.Of(trial is ImageNetworkTrial { Pictures.Classes: { } rule } ? rule.Of(data) : data);
        return trial switch
        {
            HmmTrial own => own.Protocol.Of(items, own.Seed),
            RecurrentTrial own => own.Protocol.Of(items, own.Seed),
            AttentionTrial own => own.Protocol.Of(items, own.Seed),
            ImageNetworkTrial own => own.Pictures.Protocol.Of(items, own.Seed),
            VectorTrial own => own.Splits.Of(items, own.Seed).Single().Split,
            _ => throw new NotSupportedException($"Tell here how {trial.GetType().Name} splits its items."),
        };
    }
}

/// <summary>A model of a tiny set.</summary>
/// <param name="Exported">As its experiment exports it.</param>
/// <param name="Data">The tiny set.</param>
/// <param name="Result">What its trial gave.</param>
/// <param name="Background">What its background's trial gave; null where it has none.</param>
/// <param name="Train">Items that it learned from.</param>
/// <param name="Packed">The recogniser, read from its package.</param>
internal sealed record TinyModel(
    ExportedModel Exported,
    Dataset Data,
    TrialResult Result,
    TrialResult? Background,
    int[] Train,
    Recognizer Packed
);
