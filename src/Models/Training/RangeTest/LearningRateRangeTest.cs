using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Training.RangeTest;

/// <summary>Finds a learning rate: raises it exponentially, step by step, and records the loss.</summary>
/// <remarks>
/// <para>
/// Step k of N has the rate Lowest·(Highest/Lowest)^(k/(N − 1)) in all optimisers of the training step. With the loss L_k of its batch before the update,
/// s_0 = L_0 and s_k = Smoothing·L_k + (1 − Smoothing)·s_(k−1). The test ends after the step with s_k &gt; Divergence·min s, or before the first loss that is
/// not finite. Networks and optimisers are afterwards as they were before.
/// </para>
/// <para>Source: Smith (2017), section 3.3, in the form of torch-lr-finder 0.2. Oracle: the same computed with PyTorch 1.13 (see the tests).</para>
/// </remarks>
public static class LearningRateRangeTest
{
    /// <param name="items">Items to learn from; when they are through, they are shuffled again.</param>
    /// <param name="seed">Of the order and of what the networks draw.</param>
    /// <exception cref="ArgumentException">There are no items, or a setting is out of range; names all that are.</exception>
    /// <exception cref="KeyNotFoundException">The step has no loss of that name.</exception>
    public static RangeTestResult Run(ITrainingStep step, IReadOnlyList<int> items, RangeTestSettings settings, ulong seed)
    {
        Check(settings, items.Count);
        byte[][] weights = NetworkWeights.Of(step.Networks);
        byte[][] optimizers = OptimizerState.Of(step.Optimizers);
        try
        {
            return Record(step, items, settings, seed);
        }
        finally
        {
            NetworkWeights.Restore(step.Networks, weights);
            OptimizerState.Restore(step.Optimizers, optimizers);
        }
    }

    private static RangeTestResult Record(ITrainingStep step, IReadOnlyList<int> items, RangeTestSettings settings, ulong seed)
    {
        foreach (TrainedNetwork network in step.Networks)
        {
            network.Module.train();
        }

        manual_seed((long)Rng.For(seed, "training/range-test/noise").NextUInt64());
        using IEnumerator<int[]> batches = Batches(items, settings.BatchSize, seed).GetEnumerator();
        var points = new List<RangeTestPoint>();
        double lowest = double.PositiveInfinity;
        while (points.Count < settings.Steps && batches.MoveNext())
        {
            double rate = RateOf(settings, points.Count);
            SetRate(step, rate);
            double loss = step.Step(batches.Current)[settings.Loss];
            if (!double.IsFinite(loss))
            {
                return new(points, Diverged: true);
            }

            double smoothed =
                points.Count == 0 ? loss : (settings.Smoothing * loss) + ((1 - settings.Smoothing) * points[^1].Smoothed);
            points.Add(new(rate, loss, smoothed));
            lowest = Math.Min(lowest, smoothed);
            if (smoothed > settings.Divergence * lowest)
            {
                return new(points, Diverged: true);
            }
        }

        return new(points, Diverged: false);
    }

    private static IEnumerable<int[]> Batches(IReadOnlyList<int> items, int size, ulong seed)
    {
        for (int pass = 1; ; pass++)
        {
            int[] order = Rng.For(seed, $"training/range-test/order/{pass}").Permutation(items.Count);
            foreach (int[] batch in order.Chunk(size))
            {
                yield return [.. batch.Select(i => items[i])];
            }
        }
    }

    private static double RateOf(RangeTestSettings settings, int step) =>
        settings.LowestRate * PortableMath.Pow(settings.HighestRate / settings.LowestRate, (double)step / (settings.Steps - 1));

    private static void SetRate(ITrainingStep step, double rate)
    {
        foreach (optim.ILearningRateController group in step.Optimizers.SelectMany(trained => trained.Optimizer.ParamGroups))
        {
            group.LearningRate = rate;
        }
    }

    private static void Check(RangeTestSettings settings, int items)
    {
        string[] wrong =
        [
            .. new (bool Right, string Text)[]
            {
                (items > 0, "items to learn from"),
                (settings.LowestRate > 0, $"LowestRate above 0 (given {settings.LowestRate})"),
                (settings.HighestRate > settings.LowestRate, $"HighestRate above LowestRate (given {settings.HighestRate})"),
                (settings.Steps >= 2, $"Steps of at least 2 (given {settings.Steps})"),
                (settings.BatchSize >= 1, $"BatchSize of at least 1 (given {settings.BatchSize})"),
                (settings.Smoothing is > 0 and <= 1, $"Smoothing above 0 and at most 1 (given {settings.Smoothing})"),
                (settings.Divergence > 1, $"Divergence above 1 (given {settings.Divergence})"),
            }
                .Where(rule => !rule.Right)
                .Select(rule => rule.Text),
        ];
        if (wrong.Length > 0)
        {
            throw new ArgumentException($"The range test needs {string.Join("; ", wrong)}.", nameof(settings));
        }
    }
}
