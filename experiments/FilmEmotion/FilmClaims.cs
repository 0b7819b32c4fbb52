namespace Research.Experiments.FilmEmotion;

/// <summary>What the thesis's figures are about.</summary>
internal static class FilmClaims
{
    public const string ImageNet = "A imagenet-transfer";
    public const string Gan = "C gan-augmentation";

    /// <summary>A figure on the 360 excerpts; <c>with</c> adds the rest.</summary>
    /// <param name="experiment">As the claims name it.</param>
    /// <param name="quantity">As the claims name it.</param>
    public static ClaimKey Key(string experiment, string quantity) =>
        new()
        {
            Document = FilmSettings.Document,
            Experiment = experiment,
            Dataset = FilmSettings.Film,
            Quantity = quantity,
        };
}
