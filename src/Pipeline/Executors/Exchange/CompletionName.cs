namespace Research.Pipeline.Executors.Exchange;

/// <summary>Where the record of an item of a submission is.</summary>
internal static class CompletionName
{
    public static string Of(string submission, string fingerprint) => $"{submission} {fingerprint}";
}
