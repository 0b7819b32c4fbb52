namespace Research.Experiments;

/// <summary>The picture of a table of strangers.</summary>
internal static class StrangersChart
{
    public static BarChart Refused { get; } =
        new()
        {
            Table = "summary",
            Title = "Refused as unlike the training",
            Says =
                "Share of recordings that the model's card refuses: few of its own test part should be, many of those that hold none of its classes.",
            Where = new Dictionary<string, string> { ["metric"] = "refused" },
            Labels = ["variant", "split"],
            Value = new("mean", "refused"),
            Low = "low",
            High = "high",
        };
}
