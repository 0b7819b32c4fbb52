namespace Research.Models.Mixtures;

/// <summary>A mixture of Gaussians and how it is fitted.</summary>
public sealed record MixtureSettings
{
    public required int Components { get; init; }

    public required Covariance Covariance { get; init; }

    /// <summary>EM iterations at most.</summary>
    public required int Iterations { get; init; }

    /// <summary>EM ends when an iteration gains less than this, in nats a frame.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Added to every variance at each maximisation, in the features' unit squared, so that none falls below it.</summary>
    public required double AddedVariance { get; init; }
}
