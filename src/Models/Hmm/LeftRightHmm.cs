using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Models.Hmm;

/// <summary>A hidden Markov model that starts in state 0 and stays or goes to the next state; the last state is never left.</summary>
/// <remarks>Source: Rabiner (1989), Proc. IEEE 77(2). A score sums (or maximises) over the state at the last frame.</remarks>
public sealed class LeftRightHmm
{
    /// <param name="stay">Shape [states]: probability of staying; the last is 1.</param>
    /// <param name="emissions">One mixture a state.</param>
    /// <exception cref="ArgumentException">The counts differ, a probability is outside [0, 1] or the last is not 1.</exception>
    public LeftRightHmm(double[] stay, GaussianMixture[] emissions)
    {
        if (stay.Length != emissions.Length || stay.Length == 0)
        {
            throw new ArgumentException(
                $"{stay.Length} staying probabilities for {emissions.Length} states; one a state is needed."
            );
        }

        if (stay[^1] != 1 || stay.Any(p => !(p is >= 0 and <= 1)))
        {
            throw new ArgumentException(
                "Staying probabilities must lie in [0, 1], and the last state's must be 1.",
                nameof(stay)
            );
        }

        (Stay, Emissions) = (stay, emissions);
    }

    public double[] Stay { get; }

    public GaussianMixture[] Emissions { get; }

    public int States => Stay.Length;

    /// <summary>log p(sequence), summed over all state paths.</summary>
    /// <param name="sequence">Shape [frames, dimensions].</param>
    public double LogLikelihood(Matrix sequence)
    {
        var trellis = new Trellis(this);
        return trellis.Forward(LogEmissions(sequence), sequence.Rows);
    }

    /// <summary>The most probable state path and its log-probability.</summary>
    /// <param name="sequence">Shape [frames, dimensions].</param>
    public (double LogProbability, int[] Path) Viterbi(Matrix sequence) =>
        Decode.Best(this, LogEmissions(sequence), sequence.Rows);

    // Shape [frames, padded states], as the trellis reads it.
    private double[] LogEmissions(Matrix sequence)
    {
        int padded = Trellis.Padded(States);
        var emissions = new double[sequence.Rows * padded];
        var block = new FrameBlock([sequence]);
        for (int s = 0; s < States; s++)
        {
            var density = new MixtureDensity(Emissions[s], block);
            density.Evaluate();
            for (int t = 0; t < sequence.Rows; t++)
            {
                emissions[(t * padded) + s] = density.LogState[t];
            }
        }

        return emissions;
    }
}
