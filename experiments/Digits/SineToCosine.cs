using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Digits;

/// <summary>Can a recurrent net turn ten points of a sine into the cosine?</summary>
/// <remarks>
/// <para>Follows: digits-2 step 8 (claims digits-2-041 to 049): 500 sequences of ten points of a 40 Hz sine over one period, t =
/// linspace(0, 1/40, 10); 30 % test, 8 % of the rest validation; batch 64, Adam 0.01, early stopping after 25 epochs without improvement.
/// RNN 8×10, LSTM 4×10, GRU 5×10. digits-2 gives the net all ten points in one step, and the phase is random.</para>
/// <para>Beside it, point by point: one sine value cannot tell the sign of the first cosine, so with a random phase the error has a floor
/// of 0.05 (half a squared cosine at one of ten points), which a fixed phase or a net that also runs backwards does not have; the
/// error over points 2 to 10 alone shows it.</para>
/// <para>Deviations: which sequences go where is seeded. Run: ./build.sh --target Digits.SineToCosine --profile paper. Cost: about 1 min.</para>
/// </remarks>
public sealed record SineToCosine : Experiment
{
    private const double FrequencyHz = 40;

    public override string Question => "Can a recurrent net turn ten points of a sine into the cosine?";

    // Data: generated
    public required int Sequences { get; init; }

    public required int Points { get; init; }

    public required double TestFraction { get; init; }

    public required double ValidationFraction { get; init; }

    // Models
    public required IReadOnlyList<SineVariant> Variants { get; init; }

    public override IReadOnlyList<Chart> Charts() =>
        [
            new LineChart
            {
                Table = "predictions",
                Title = "Sine in, cosine out",
                Says = "Ten points of a test sequence: what went in, what was wanted, what the net gave.",
                Panels = "variant",
                X = "point",
                XTitle = "point",
                Ys = ["sine", "cosine", "predicted"],
                YTitle = "amplitude",
            },
            new LineChart
            {
                Table = "epochs",
                Title = "Mean squared error over the epochs",
                Says =
                    "On a logarithmic scale. With random phase and one point at a time the first cosine's sign cannot be known, so the error has a floor of 0.05.",
                X = "epoch",
                XTitle = "epoch",
                Ys = ["validation_mse"],
                YTitle = "mean squared error",
                Series = "variant",
                LogarithmicY = true,
            },
        ];

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        var runs = new List<(SineVariant Variant, ulong Seed, SineRun Run)>();
        foreach (SineVariant variant in Variants)
        {
            foreach (ulong seed in Seeds)
            {
                SineRun run = lab.Checkpoints.Once(
                    $"{variant.Words}/seed {seed}",
                    () => Train(lab, variant, seed),
                    SineRun.Write,
                    SineRun.Read
                );
                runs.Add((variant, seed, run));
                lab.Advance(1.0 / (Variants.Count * Seeds.Count));
            }
        }

        return new([.. Variants.SelectMany(variant => Figures(variant, runs))], [Curves(runs), Predictions(runs)]);
    }

    private SineRun Train(Lab lab, SineVariant variant, ulong seed)
    {
        (float[][] sines, float[][] cosines) = Waves(variant.RandomPhase, seed);
        int[] order = Rng.For(seed, "digits/sines/split").Permutation(Sequences);
        int tested = (int)(Sequences * TestFraction);
        int validated = (int)((Sequences - tested) * ValidationFraction);
        int[] test = order[..tested];
        int[] validation = order[tested..(tested + validated)];
        int steps = variant.PointByPoint ? Points : 1;
        using var learner = new RegressionLearner(sines, cosines, steps, variant.Network, seed);
        using var loop = new TrainingLoop(learner, variant.Training, seed);
        History history = loop.Run(
            order[(tested + validated)..],
            () => learner.Score(validation),
            lab.Checkpoints,
            $"{variant.Words}/seed {seed}/training"
        );
        return new SineRun(
            [.. history.Epochs.Select(epoch => epoch.TrainLoss)],
            [.. history.Epochs.Select(epoch => epoch.Validation!.Loss)],
            learner.Error(validation, 0),
            learner.Error(test, 0),
            learner.Error(test, 1),
            sines[test[0]],
            cosines[test[0]],
            learner.Predict([test[0]])[0]
        );
    }

    private (float[][] Sines, float[][] Cosines) Waves(bool randomPhase, ulong seed)
    {
        Rng rng = Rng.For(seed, "digits/sines/phase");
        var sines = new float[Sequences][];
        var cosines = new float[Sequences][];
        for (int i = 0; i < Sequences; i++)
        {
            double phase = rng.NextDouble(0, 2 * Math.PI) * (randomPhase ? 1 : 0);
            double[] angles =
            [
                .. Enumerable
                    .Range(0, Points)
                    .Select(p => (2 * Math.PI * FrequencyHz * p / (FrequencyHz * (Points - 1))) + phase),
            ];
            sines[i] = [.. angles.Select(angle => (float)PortableMath.Sin(angle))];
            cosines[i] = [.. angles.Select(angle => (float)PortableMath.Cos(angle))];
        }

        return (sines, cosines);
    }

    private static IEnumerable<Figure> Figures(SineVariant variant, List<(SineVariant Variant, ulong Seed, SineRun Run)> runs)
    {
        SineRun[] own = [.. runs.Where(run => run.Variant == variant).Select(run => run.Run)];
        yield return Figure("validation", "mse", own.Select(run => run.Validation), variant.ValidationClaim);
        yield return Figure("test", "mse", own.Select(run => run.Test), variant.TestClaim);
        yield return Figure("test", "mse of points 2-10", own.Select(run => run.TestAfterFirst), null);
        yield return Figure("train", "stopped_at_epoch", own.Select(run => (double)run.TrainLoss.Length), variant.EpochClaim);

        Figure Figure(string split, string metric, IEnumerable<double> values, string? claim) =>
            new()
            {
                Variant = variant.Words,
                Split = split,
                Metric = metric,
                Runs = [.. values],
                IsShare = false,
                Claim = claim,
            };
    }

    // Curves of the first seed; the others differ in chance only.
    private ResultTable Curves(List<(SineVariant Variant, ulong Seed, SineRun Run)> runs)
    {
        var table = new ResultTable(
            "epochs",
            Column.Text("variant"),
            Column.Count("epoch"),
            Column.Number("train_mse", 8),
            Column.Number("validation_mse", 8)
        );
        foreach ((SineVariant variant, _, SineRun run) in runs.Where(run => run.Seed == Seeds[0]))
        {
            for (int e = 0; e < run.TrainLoss.Length; e++)
            {
                table.Add(variant.Words, e + 1, run.TrainLoss[e], run.ValidationLoss[e]);
            }
        }

        return table;
    }

    // The plot of the study: input, target and prediction of one test sequence.
    private ResultTable Predictions(List<(SineVariant Variant, ulong Seed, SineRun Run)> runs)
    {
        var table = new ResultTable(
            "predictions",
            Column.Text("variant"),
            Column.Count("point"),
            Column.Number("sine", 6),
            Column.Number("cosine", 6),
            Column.Number("predicted", 6)
        );
        foreach ((SineVariant variant, _, SineRun run) in runs.Where(run => run.Seed == Seeds[0]))
        {
            for (int p = 0; p < run.Sine.Length; p++)
            {
                table.Add(variant.Words, p + 1, (double)run.Sine[p], (double)run.Cosine[p], (double)run.Predicted[p]);
            }
        }

        return table;
    }
}
