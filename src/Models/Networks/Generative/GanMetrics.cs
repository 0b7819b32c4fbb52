namespace Research.Models.Networks.Generative;

/// <summary>Names of the values that a GAN's training puts into the history.</summary>
public static class GanMetrics
{
    public const string GeneratorLoss = "generator_loss";

    public const string DiscriminatorLoss = "discriminator_loss";

    /// <summary>The R1 penalty, γ/2 included, as last measured.</summary>
    public const string R1Penalty = "r1_penalty";

    /// <summary>The moving mean of path lengths.</summary>
    public const string PathLength = "path_length";

    /// <summary>Mean sign of the discriminator's outputs on real pictures over the last interval.</summary>
    public const string RealSign = "real_sign";

    public const string AugmentationProbability = "augmentation_probability";

    /// <summary>All of them, in the history's order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [GeneratorLoss, DiscriminatorLoss, R1Penalty, PathLength, RealSign, AugmentationProbability];
}
