using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>A bar a row with its interval, and a mark where a study published a figure.</summary>
/// <remarks>
/// Many bars of two labels, such as models and speakers, are drawn as a map instead: a cell a pair, rows of one pair averaged. Shares that all lie in the
/// upper half are dots on an axis that begins above zero, and the legend says where.
/// </remarks>
public sealed record BarChart(string Table, string Title, string Says) : Chart(Table, Title, Says)
{
    /// <summary>Columns that together name a bar.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    public required TitledColumn Value { get; init; }

    /// <summary>Lower end of the interval; null for none.</summary>
    public string? Low { get; init; }

    public string? High { get; init; }

    /// <summary>The published figure; null for none.</summary>
    public string? Published { get; init; }

    /// <summary>Accuracies over the seeds, from the summary: what nearly every experiment has.</summary>
    public static BarChart Accuracies(string says, string? split) =>
        Means(
            split is null ? "Accuracy" : $"Accuracy, {split}",
            says,
            "accuracy",
            split is null ? ["variant", "split"] : ["variant"]
        ) with
        {
            Where = split is null
                ? new Dictionary<string, string> { ["metric"] = "accuracy" }
                : new Dictionary<string, string> { ["metric"] = "accuracy", ["split"] = split },
            Published = "published",
        };

    /// <summary>Means over the runs with their intervals, from the summary.</summary>
    /// <param name="value">What the means are of, in words.</param>
    /// <param name="labels">Columns that together name a bar.</param>
    public static BarChart Means(string title, string says, string value, IReadOnlyList<string> labels) =>
        new("summary", title, says)
        {
            Labels = labels,
            Value = new("mean", value),
            Low = "low",
            High = "high",
        };

    protected override IEnumerable<string?> Columns => [.. Labels, Value.Name, Low, High, Published];

    protected override IEnumerable<string?> Numbers => [Value.Name];

    internal override Drawing Draw(ChartPanel panel) =>
        BarMap.Suits(this, panel.Rows) ? BarMap.Of(this, panel.Rows, panel.Title) : BarDrawing.Of(this, panel.Rows, panel.Title);
}
