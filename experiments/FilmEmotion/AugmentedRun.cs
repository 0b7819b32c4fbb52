using Research.Results.Metrics;

namespace Research.Experiments.FilmEmotion;

/// <summary>A network that learned from some way's pictures, once a seed.</summary>
internal sealed record AugmentedRun(GanCase Case, GeneratedWay Way, IReadOnlyList<ulong> Seeds)
{
    public string Name => Case.VariantOf(Way);

    public string SplitName => Case.Heard.SplitName;

    /// <summary>Results of seeds that learned something.</summary>
    public IEnumerable<(ulong Seed, TrialResult Result)> Results(TableInputs inputs) =>
        Seeds.Select(seed => (seed, inputs.Of(Case.Recognised(Way, seed)))).Where(own => own.Item2.Predictions.Count > 0);

    /// <summary>Real test items by seed.</summary>
    public IEnumerable<ClassRun> Tested(TableInputs inputs) =>
        Results(inputs).Select(own => new ClassRun(Name, SplitName, own.Seed, own.Result.Classes(SubsetNames.Test)));

    /// <summary>Accuracy, and macro means of precision, recall and F1, of test and validation items.</summary>
    public IEnumerable<Figure> Figures(TableInputs inputs)
    {
        TrialResult[] results = [.. Results(inputs).Select(own => own.Result)];
        return results.Length == 0
            ? []
            : new[] { SubsetNames.Test, SubsetNames.Validation }.SelectMany(part =>
                Figures(part, [.. results.Select(own => own.Classes(part).Confusion)])
            );
    }

    private IEnumerable<Figure> Figures(string part, ConfusionMatrix[] confusions)
    {
        yield return FigureOf(part, MetricName.Accuracy, "", confusions.Select(own => own.Accuracy));
        yield return FigureOf(part, MetricName.Precision, "macro avg", confusions.Select(own => own.MacroPrecision));
        yield return FigureOf(part, MetricName.Recall, "macro avg", confusions.Select(own => own.MacroRecall));
        yield return FigureOf(part, MetricName.F1, "macro avg", confusions.Select(own => own.MacroF1));
    }

    private Figure FigureOf(string part, string metric, string claimedClass, IEnumerable<double> values) =>
        new()
        {
            Variant = Name,
            Split = part == SubsetNames.Test ? SplitName : $"{SplitName}, {part}",
            Metric = metric,
            Class = claimedClass.Length > 0 ? MetricName.Macro : "",
            Runs = [.. values],
            OnOtherData = !Case.Heard.IsPublished,
            Answers = Answers(part, metric, claimedClass),
        };

    // The study trained on generated pictures alone; on other data nothing answers it.
    private ClaimKey? Answers(string part, string metric, string claimedClass) =>
        Case.Heard.IsPublished && Case.ClaimedNetwork.Length > 0 && !Way.LearnsReal
            ? new()
            {
                Document = FilmSettings.Document,
                Experiment = "C gan-augmentation",
                Dataset = FilmSettings.Film,
                Model = Case.ClaimedNetwork,
                Variant = $"{Case.Heard.Task.Target}, whole",
                Split = part,
                Quantity = metric,
                Class = claimedClass,
            }
            : null;
}
