namespace Research.Experiments;

/// <summary>The picture of a table of strangers.</summary>
internal static class StrangersChart
{
    public static BarChart Refused { get; } =
        BarChart.Means(
            "Refused as unlike the training",
            "Share of recordings that the model's card refuses: few of its own test part should be, many of those that hold none of its classes.",
            "refused",
            ["variant", "split"]
        ) with
        {
            Where = new Dictionary<string, string> { ["metric"] = "refused" },
        };
}
