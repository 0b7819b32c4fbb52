using Research.Results.Metrics;

namespace Research.Experiments.FilmEmotion;

/// <summary>Accuracy, and macro means of precision, recall and F1, of test and validation items: what the thesis prints of a network.</summary>
/// <param name="Variant">In words, as tables have it.</param>
/// <param name="SplitName">In words, as tables have it.</param>
/// <param name="OnOtherData">Whether the recordings are others than the study's.</param>
/// <param name="Key">What a published figure is about, without part, quantity and class; null where nothing answers one.</param>
internal sealed record PictureFigures(string Variant, string SplitName, bool OnOtherData, ClaimKey? Key)
{
    private const string MacroAverage = "macro avg"; // as the claims have it

    /// <param name="results">By seed; those that learned nothing left out.</param>
    public IEnumerable<Figure> Of(IEnumerable<TrialResult> results)
    {
        TrialResult[] all = [.. results];
        return all.Length == 0
            ? []
            : new[] { SubsetNames.Test, SubsetNames.Validation }.SelectMany(part =>
                Of(part, [.. all.Select(own => own.Classes(part).Confusion)])
            );
    }

    private IEnumerable<Figure> Of(string part, ConfusionMatrix[] confusions)
    {
        yield return Of(part, MetricName.Accuracy, "", confusions.Select(own => own.Accuracy));
        yield return Of(part, MetricName.Precision, MacroAverage, confusions.Select(own => own.MacroPrecision));
        yield return Of(part, MetricName.Recall, MacroAverage, confusions.Select(own => own.MacroRecall));
        yield return Of(part, MetricName.F1, MacroAverage, confusions.Select(own => own.MacroF1));
    }

    private Figure Of(string part, string metric, string claimedClass, IEnumerable<double> values) =>
        new()
        {
            Variant = Variant,
            Split = part == SubsetNames.Test ? SplitName : $"{SplitName}, {part}",
            Metric = metric,
            Class = claimedClass.Length > 0 ? MetricName.Macro : "",
            Runs = [.. values],
            OnOtherData = OnOtherData,
            Answers = Key is null ? null : Key with { Split = part, Quantity = metric, Class = claimedClass },
        };
}
