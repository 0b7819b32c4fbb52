namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>How the probability of augmentation follows the signs of the discriminator's outputs on real pictures.</summary>
public sealed record AdaptiveSettings
{
    /// <summary>Mean sign to keep: 0.6 in the paper, 0.7 in the published study.</summary>
    public required double Target { get; init; }

    /// <summary>Steps between adjustments: 4 in the paper.</summary>
    public required int Interval { get; init; }

    /// <summary>Real pictures in which the probability can go from 0 to 1: 500,000 in the paper; 100,000 where NVIDIA's public code goes on from a trained network.</summary>
    public required int PicturesToOne { get; init; }

    /// <summary>At the start, 0 to 1.</summary>
    public required double Initial { get; init; }
}
