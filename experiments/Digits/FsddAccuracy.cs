namespace Research.Experiments.Digits;

/// <summary>What a published accuracy on FSDD is about.</summary>
internal static class FsddAccuracy
{
    /// <param name="document">Which of the study's documents printed it.</param>
    /// <param name="experiment">As the claims name it.</param>
    /// <param name="model">As the claims name it.</param>
    /// <param name="variant">Settings in the words of the claims.</param>
    /// <param name="part">The part of the data that was predicted.</param>
    public static ClaimKey Key(string document, string experiment, string model, string variant, string part) =>
        new()
        {
            Document = document,
            Experiment = experiment,
            Dataset = "fsdd",
            Model = model,
            Variant = variant,
            Split = part,
            Quantity = "accuracy",
        };
}
