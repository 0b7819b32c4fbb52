namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>What the discriminator's pictures, real and generated, go through, and how its probability follows the training.</summary>
public sealed record AugmentationSettings
{
    /// <summary>Whether pictures are mirrored, turned and shifted by whole pixels.</summary>
    public required bool Blits { get; init; }

    /// <summary>Whether they are scaled, rotated and shifted by parts of a pixel.</summary>
    public required bool Geometric { get; init; }

    /// <summary>Whether their colours change.</summary>
    public required bool Colour { get; init; }

    public required AdaptiveSettings Adaptive { get; init; }

    /// <summary>All three, as in the published study (the paper's 'bgc').</summary>
    public static AugmentationSettings Published(AdaptiveSettings adaptive) =>
        new()
        {
            Blits = true,
            Geometric = true,
            Colour = true,
            Adaptive = adaptive,
        };
}
