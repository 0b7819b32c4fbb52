namespace Research.Results.Metrics;

/// <summary>The names of metrics, as tables and claims write them.</summary>
public static class MetricName
{
    /// <summary>Share of items whose class is right; of several labels an item, see <see cref="SubsetAccuracy"/>.</summary>
    public const string Accuracy = "accuracy";

    /// <summary>Mean recall of the classes that occur.</summary>
    public const string UnweightedAverageRecall = "uar";

    public const string Precision = "precision";

    public const string Recall = "recall";

    public const string F1 = "f1";

    /// <summary>Share of items all of whose labels are right.</summary>
    public const string SubsetAccuracy = "subset_accuracy";

    /// <summary>Share of wrong decisions over all items and labels.</summary>
    public const string HammingLoss = "hamming_loss";

    public const string MeanSquaredError = "mse";

    public const string RootMeanSquaredError = "rmse";

    public const string MeanAbsoluteError = "mae";

    /// <summary>Coefficient of determination.</summary>
    public const string RSquared = "r2";

    public const string Pearson = "pearson";

    public const string Spearman = "spearman";

    /// <summary>Lin's concordance correlation coefficient.</summary>
    public const string Concordance = "ccc";

    /// <summary>Of beats within 70 ms.</summary>
    public const string FMeasure = "f_measure";

    /// <summary>CMLt: beats that follow the true tempo and phase.</summary>
    public const string CorrectLevelTotal = "cmlt";

    /// <summary>AMLt: the same at any metrical level.</summary>
    public const string AnyLevelTotal = "amlt";

    /// <summary>In place of a class: the mean over classes.</summary>
    public const string Macro = "macro";

    /// <summary>In place of a class: from the counts of all classes together.</summary>
    public const string Micro = "micro";
}
