using Research.Models.Mixtures;

namespace Research.Models.Hmm;

/// <summary>A left-right hidden Markov model with Gaussian mixtures, and how it is trained.</summary>
public sealed record HmmSettings
{
    public required int States { get; init; }

    /// <summary>Gaussians a state.</summary>
    public required int Mixtures { get; init; }

    public required Covariance Covariance { get; init; }

    /// <summary>Baum-Welch iterations at most.</summary>
    public required int Iterations { get; init; }

    /// <summary>Training ends when an iteration gains less than this, in nats a frame.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Added to every variance at each maximisation, in the features' unit squared, so that none falls below it.</summary>
    public required double AddedVariance { get; init; }

    /// <summary>As the courses' programs: full covariances, ten iterations, 0.01 added to variances.</summary>
    public static HmmSettings Course(int states, int mixtures) =>
        new()
        {
            States = states,
            Mixtures = mixtures,
            Covariance = Covariance.Full,
            Iterations = 10,
            Tolerance = 1e-4,
            AddedVariance = 0.01,
        };

    internal MixtureSettings Mixture =>
        new()
        {
            Components = Mixtures,
            Covariance = Covariance,
            Iterations = Iterations,
            Tolerance = Tolerance,
            AddedVariance = AddedVariance,
        };
}
