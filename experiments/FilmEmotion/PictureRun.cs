using Research.Results.Metrics;

namespace Research.Experiments.FilmEmotion;

/// <summary>A training of a network on a case, once a seed.</summary>
/// <param name="Name">Data, task and network in words, as tables have them.</param>
/// <param name="Trials">By seed.</param>
internal sealed record PictureRun(
    string Name,
    PictureCase Case,
    PictureVariant Variant,
    IReadOnlyList<(ulong Seed, ImageNetworkTrial Trial)> Trials
)
{
    /// <summary>As the claims name what was tried.</summary>
    public string Experiment { get; init; } = "A imagenet-transfer";

    public static PictureRun Of(PictureCase on, PictureVariant variant, IEnumerable<ulong> seeds) =>
        new($"{on.Name}, {variant.Name}", on, variant, [.. seeds.Select(seed => (seed, variant.On(on, seed)))]);

    /// <summary>Test items by seed; none where nothing was learned.</summary>
    public IEnumerable<ClassRun> Tested(TableInputs inputs) =>
        from own in Results(inputs)
        select new ClassRun(Name, Case.SplitName, own.Seed, own.Result.Classes(SubsetNames.Test));

    /// <summary>Results of seeds that learned something.</summary>
    public IEnumerable<(ulong Seed, TrialResult Result)> Results(TableInputs inputs) =>
        Trials.Select(own => (own.Seed, inputs.Of(own.Trial))).Where(own => own.Item2.Predictions.Count > 0);

    /// <summary>Accuracy, and macro means of precision, recall and F1, of test and validation items.</summary>
    /// <param name="answers">Whether they answer what was published.</param>
    public IEnumerable<Figure> Figures(TableInputs inputs, bool answers)
    {
        (ulong Seed, TrialResult Result)[] results = [.. Results(inputs)];
        return results.Length == 0
            ? []
            : new[] { SubsetNames.Test, SubsetNames.Validation }.SelectMany(part =>
                Figures(part, [.. results.Select(own => own.Result.Classes(part).Confusion)], answers)
            );
    }

    private IEnumerable<Figure> Figures(string part, ConfusionMatrix[] confusions, bool answers)
    {
        yield return Of(part, MetricName.Accuracy, "", confusions.Select(own => own.Accuracy), answers);
        yield return Of(part, MetricName.Precision, "macro avg", confusions.Select(own => own.MacroPrecision), answers);
        yield return Of(part, MetricName.Recall, "macro avg", confusions.Select(own => own.MacroRecall), answers);
        yield return Of(part, MetricName.F1, "macro avg", confusions.Select(own => own.MacroF1), answers);
    }

    private Figure Of(string part, string metric, string claimedClass, IEnumerable<double> values, bool answers) =>
        new()
        {
            Variant = Name,
            Split = part == SubsetNames.Test ? Case.SplitName : $"{Case.SplitName}, {part}",
            Metric = metric,
            Class = claimedClass.Length > 0 ? MetricName.Macro : "",
            Runs = [.. values],
            OnOtherData = !Case.IsPublished,
            Answers =
                answers && Case.Claimed.Length > 0 && Variant.Claimed.Length > 0
                    ? new()
                    {
                        Document = FilmSettings.Document,
                        Experiment = Experiment,
                        Dataset = Case.Claimed,
                        Model = Variant.Claimed,
                        Variant = $"{Case.Task.Target}, {Variant.ClaimedWay}",
                        Split = part,
                        Quantity = metric,
                        Class = claimedClass,
                    }
                    : null,
        };
}
