using Research.Data;
using Research.Data.Splits;
using Research.Features.Normalization;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Claims;

namespace Research.Experiments.Digits;

/// <summary>How many hidden layers does a perceptron on utterance vectors need?</summary>
/// <remarks>
/// <para>Follows: digits-2 step 7, whose text says 20 layers of 20 neurons and whose code has two: both, on its vectors of the course's
/// recordings over random splits. Digits.Classical answers the published figure (digits-2-040) with a perceptron that stops as
/// scikit-learn's does; here the tensor engine trains a fixed number of epochs.</para>
/// <para>Run: ./build.sh --target Digits.Mlp --profile paper. Cost: about 2 min on two cores.</para>
/// </remarks>
public sealed record Mlp : Experiment
{
    public override string Question => "How many hidden layers does a perceptron on utterance vectors need?";

    // Data
    public required double TestFraction { get; init; }

    // Features
    public required Frames Frames { get; init; }

    public required VectorForm Form { get; init; }

    public override IReadOnlyList<FeatureSet> Features => [Vectors];

    private VectorSet Vectors =>
        new()
        {
            Data = Data[0],
            Frames = Frames,
            Form = Form,
        };

    // Models: units of the hidden layers of each network
    public required IReadOnlyList<IReadOnlyList<int>> Networks { get; init; }

    public required TrainingSettings Training { get; init; }

    public override IReadOnlyList<Chart> Charts() =>
        [BarChart.Accuracies("Mean over the seeds with its 95 % interval; the published figure where there is one.", "test")];

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        Dataset data = lab.Open(Data[0]);
        Matrix vectors = VectorSet.Rows(lab.Read(Vectors));
        var outcomes = new List<Outcome>();
        foreach (IReadOnlyList<int> hidden in Networks)
        {
            string words = $"mlp, {hidden.Count} layers of {hidden[0]}";
            foreach (ulong seed in Seeds)
            {
                Split split = StratifiedSplit.Of(data.Classes(), TestFraction, Rng.For(seed, "digits/course/mlp"));
                outcomes.Add(Run(lab, data, vectors, split, hidden, words, seed));
                lab.Advance(1.0 / (Networks.Count * Seeds.Count));
            }
        }

        IEnumerable<Figure> figures = Outcome
            .Figures(outcomes, new Dictionary<(string, string), string>())
            .Select(figure => figure with { RunsDifferBy = RunsDifferBy.Split });
        return new([.. figures], [Outcome.Runs(outcomes)]);
    }

    private Outcome Run(Lab lab, Dataset data, Matrix vectors, Split split, IReadOnlyList<int> hidden, string words, ulong seed)
    {
        int[] classes = data.Classes();
        Standardizer standardizer = Standardizer.Fit(vectors.Take(split.Train));
        using var learner = new VectorLearner(standardizer.Apply(vectors), classes, data.Labels.Count, hidden, seed);
        using var loop = new TrainingLoop(learner, Training, seed);
        loop.Run(split.Train, null, lab.Checkpoints, $"{words}/seed {seed}");
        return new(words, "test", seed, [.. split.Test.Select(i => classes[i])], learner.Predict(split.Test), data.Labels.Count);
    }
}
