using Research.Numerics;

namespace Research.Models.Hmm;

/// <summary>One model a class; a sequence belongs to the class whose model scores it highest.</summary>
public sealed record HmmClassifier(IReadOnlyList<LeftRightHmm> Models)
{
    /// <summary>Trains a model on each class's sequences; each has a stream of random numbers of its own.</summary>
    /// <param name="sequences">Each of shape [frames, dimensions].</param>
    /// <param name="classes">Class of each sequence, 0 … classCount − 1.</param>
    public static HmmClassifier Fit(
        IReadOnlyList<Matrix> sequences,
        IReadOnlyList<int> classes,
        int classCount,
        HmmSettings settings,
        ulong seed
    ) =>
        new(
            Work.Select(
                classCount,
                c =>
                {
                    Matrix[] own = [.. sequences.Where((_, i) => classes[i] == c)];
                    return BaumWelch.Fit(own, settings, Rng.For(seed, $"hmm/class {c}"));
                }
            )
        );

    /// <summary>Class with the highest Viterbi log-probability, as the studies decide; the lowest class wins ties.</summary>
    public int[] Predict(IReadOnlyList<Matrix> sequences) =>
        Work.Select(
            sequences.Count,
            i =>
            {
                double[] scores = [.. Models.Select(model => model.Viterbi(sequences[i]).LogProbability)];
                return Array.IndexOf(scores, scores.Max());
            }
        );
}
