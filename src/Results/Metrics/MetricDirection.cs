namespace Research.Results.Metrics;

/// <summary>Which way a quantity gets better.</summary>
public enum MetricDirection
{
    /// <summary>Neither: a pitch, a count of parameters, a variance.</summary>
    None,

    /// <summary>A share of right decisions, a correlation.</summary>
    HigherIsBetter,

    /// <summary>An error, a loss, a time.</summary>
    LowerIsBetter,
}

/// <summary>Which way the quantities of tables and claims get better.</summary>
public static class MetricDirections
{
    private static readonly HashSet<string> Scores =
    [
        MetricName.Accuracy,
        MetricName.UnweightedAverageRecall,
        MetricName.Precision,
        MetricName.Recall,
        MetricName.F1,
        MetricName.SubsetAccuracy,
        MetricName.RSquared,
        MetricName.Pearson,
        MetricName.Spearman,
        MetricName.Concordance,
        MetricName.FMeasure,
        MetricName.CorrectLevelTotal,
        MetricName.AnyLevelTotal,
    ];

    private static readonly HashSet<string> Errors =
    [
        MetricName.HammingLoss,
        MetricName.MeanSquaredError,
        MetricName.RootMeanSquaredError,
        MetricName.MeanAbsoluteError,
        "loss",
        "relative_error",
        "mean_forward_time",
    ];

    /// <summary>Of a quantity by its name; what follows a blank, as in "accuracy (lowest)", says only which value of it.</summary>
    public static MetricDirection Of(string quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        string name = quantity.Split(' ')[0];
        return Scores.Contains(name) ? MetricDirection.HigherIsBetter
            : Errors.Contains(name) ? MetricDirection.LowerIsBetter
            : MetricDirection.None;
    }
}
