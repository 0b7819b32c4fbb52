using Research.Models.Checkpoints;
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
    ) => Fit(sequences, classes, classCount, settings, seed, NoCheckpoints.Instance, "");

    /// <summary>The same, from where a killed run stopped, to the same bits.</summary>
    /// <param name="sequences">Each of shape [frames, dimensions].</param>
    /// <param name="classes">Class of each sequence, 0 … classCount − 1.</param>
    /// <param name="checkpoints">Where each class's training keeps its state.</param>
    /// <param name="name">The states' name, unique within the run.</param>
    public static HmmClassifier Fit(
        IReadOnlyList<Matrix> sequences,
        IReadOnlyList<int> classes,
        int classCount,
        HmmSettings settings,
        ulong seed,
        ICheckpoints checkpoints,
        string name
    ) =>
        new(
            ParallelLoop.Select(
                classCount,
                c =>
                {
                    Matrix[] own = [.. sequences.Where((_, i) => classes[i] == c)];
                    return BaumWelch.Fit(own, settings, Rng.For(seed, $"hmm/class {c}"), checkpoints, $"{name}/class {c}");
                }
            )
        );

    /// <summary>Viterbi log-probability of each sequence by each class's model.</summary>
    /// <returns>Shape [sequences, classes].</returns>
    public double[][] LogProbabilities(IReadOnlyList<Matrix> sequences) =>
        ParallelLoop.Select(
            sequences.Count,
            i => (double[])[.. Models.Select(model => model.Viterbi(sequences[i]).LogProbability)]
        );

    /// <summary>Class with the highest Viterbi log-probability, as the studies decide; the lowest class wins ties.</summary>
    public int[] Predict(IReadOnlyList<Matrix> sequences) =>
        [.. LogProbabilities(sequences).Select(scores => Array.IndexOf(scores, scores.Max()))];
}
