using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Models.Hmm;

/// <summary>First parameters: every sequence cut into as many equal parts as there are states, a k-means mixture on each part's frames.</summary>
internal static class UniformSegmentation
{
    /// <exception cref="ResearchException">There is no frame for some state.</exception>
    public static LeftRightHmm Start(IReadOnlyList<Matrix> sequences, HmmSettings settings, Rng rng)
    {
        var emissions = new GaussianMixture[settings.States];
        for (int s = 0; s < settings.States; s++)
        {
            double[][] frames = [.. sequences.SelectMany(sequence => Part(sequence, s, settings.States))];
            if (frames.Length == 0)
            {
                throw new ResearchException(
                    $"No training sequence has a frame for state {s} of {settings.States}; use fewer states."
                );
            }

            emissions[s] = MixtureStart.FromClusters(Matrix.OfRows(frames), settings.Mixture, rng);
        }

        return new LeftRightHmm(Stay(sequences, settings.States), emissions);
    }

    private static IEnumerable<double[]> Part(Matrix sequence, int state, int states)
    {
        int first = state * sequence.Rows / states;
        int end = (state + 1) * sequence.Rows / states;
        return Enumerable.Range(first, end - first).Select(t => sequence.Row(t).ToArray());
    }

    // A state of mean duration d is left with probability 1/d.
    private static double[] Stay(IReadOnlyList<Matrix> sequences, int states)
    {
        double duration = (double)sequences.Sum(sequence => sequence.Rows) / (sequences.Count * states);
        var stay = new double[states];
        Array.Fill(stay, 1 - (1 / Math.Max(duration, 2)));
        stay[^1] = 1;
        return stay;
    }
}
