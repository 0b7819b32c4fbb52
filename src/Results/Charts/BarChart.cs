namespace Research.Results.Charts;

/// <summary>A bar a row with its interval, and a mark where a study published a figure.</summary>
public sealed record BarChart : Chart
{
    /// <summary>Columns that together name a bar.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    public required string Value { get; init; }

    public required string ValueTitle { get; init; }

    /// <summary>Lower end of the interval; null for none.</summary>
    public string? Low { get; init; }

    public string? High { get; init; }

    /// <summary>The published figure; null for none.</summary>
    public string? Published { get; init; }

    /// <summary>Accuracies over the seeds, from the summary: what nearly every experiment has.</summary>
    public static BarChart Accuracies(string says, string? split) =>
        new()
        {
            Table = "summary",
            Title = split is null ? "Accuracy" : $"Accuracy, {split}",
            Says = says,
            Where = split is null
                ? new Dictionary<string, string> { ["metric"] = "accuracy" }
                : new Dictionary<string, string> { ["metric"] = "accuracy", ["split"] = split },
            Labels = split is null ? ["variant", "split"] : ["variant"],
            Value = "mean",
            ValueTitle = "accuracy",
            Low = "low",
            High = "high",
            Published = "published",
        };
}
