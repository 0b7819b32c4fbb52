using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Models.Mixtures;

/// <summary>Expectation maximisation for a mixture of Gaussians (Dempster, Laird and Rubin, 1977).</summary>
/// <remarks>Oracle: an independent numpy EM (Golden/mixture.json), parameters 1e-9, log-likelihood 1e-8. Without added variance the likelihood never falls.</remarks>
public static class MixtureEm
{
    /// <summary>Starts from seeded k-means clusters and iterates.</summary>
    public static GaussianMixture Fit(Matrix frames, MixtureSettings settings, Rng rng) =>
        Continue(MixtureStart.FromClusters(frames, settings, rng), frames, settings).Mixture;

    /// <summary>Iterates from given parameters.</summary>
    /// <returns>The mixture, and the total log-likelihood before each iteration and after the last.</returns>
    public static (GaussianMixture Mixture, IReadOnlyList<double> LogLikelihood) Continue(
        GaussianMixture mixture,
        Matrix frames,
        MixtureSettings settings
    )
    {
        FiniteNumbers.Check(frames);
        var block = new FrameBlock([frames]);
        Vector256<double>[] everyFrame = Ones(frames.Rows);
        var history = new List<double>();
        for (int iteration = 0; ; iteration++)
        {
            var density = new MixtureDensity(mixture, block);
            density.Evaluate();
            history.Add(OrderedSum.Of(density.LogState.AsSpan(0, frames.Rows)));
            bool converged = iteration > 0 && history[^1] - history[^2] < settings.Tolerance * frames.Rows;
            if (iteration == settings.Iterations || converged)
            {
                return (mixture, history);
            }

            var statistics = new MixtureStatistics(mixture);
            statistics.Add(block, density, everyFrame);
            mixture = statistics.Maximise(settings.AddedVariance);
        }
    }

    private static Vector256<double>[] Ones(int frames)
    {
        var ones = new Vector256<double>[(frames + 3) / 4];
        for (int frame = 0; frame < frames; frame++)
        {
            ones[frame / 4] = ones[frame / 4].WithElement(frame % 4, 1);
        }

        return ones;
    }
}
