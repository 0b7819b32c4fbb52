using Research.Models.Training;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks;

/// <summary>A regressor of sequences with its data: mean squared error to learn from.</summary>
public sealed class RegressionLearner : ILearner, IDisposable
{
    private readonly float[][] _inputs;
    private readonly float[][] _targets;
    private readonly int _steps;
    private readonly SequenceRegressor _network;

    /// <param name="inputs">Numbers of every item, all steps one after another.</param>
    /// <param name="targets">What is to come out, likewise.</param>
    /// <param name="steps">Steps into which an item's numbers are divided.</param>
    /// <param name="seed">Of the first weights.</param>
    public RegressionLearner(float[][] inputs, float[][] targets, int steps, RecurrentSettings settings, ulong seed)
    {
        (_inputs, _targets, _steps) = (inputs, targets, steps);
        manual_seed((long)Rng.For(seed, "network/weights").NextUInt64());
        _network = new SequenceRegressor(inputs[0].Length / steps, targets[0].Length / steps, settings);
    }

    public nn.Module Network => _network;

    public Tensor Loss(ReadOnlySpan<int> items)
    {
        int[] chosen = items.ToArray();
        return nn.functional.mse_loss(_network.call(Stacked(_inputs, chosen)), Stacked(_targets, chosen));
    }

    /// <summary>Predictions for each item, all steps one after another.</summary>
    public float[][] Predict(IReadOnlyList<int> items)
    {
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        float[] values = _network.call(Stacked(_inputs, [.. items])).data<float>().ToArray();
        return [.. values.Chunk(values.Length / items.Count)];
    }

    /// <summary>Mean squared error over all numbers; there is no accuracy.</summary>
    public Score Score(IReadOnlyList<int> items) => new(Error(items, 0), 0);

    /// <summary>Mean squared error over the numbers from a place on.</summary>
    public double Error(IReadOnlyList<int> items, int from)
    {
        float[][] predicted = Predict(items);
        var squares = new List<double>();
        for (int i = 0; i < predicted.Length; i++)
        {
            for (int j = from; j < predicted[i].Length; j++)
            {
                double difference = (double)predicted[i][j] - _targets[items[i]][j];
                squares.Add(difference * difference);
            }
        }

        return OrderedSum.Mean([.. squares]);
    }

    public void Dispose() => _network.Dispose();

    private Tensor Stacked(float[][] rows, int[] items) =>
        tensor(items.SelectMany(item => rows[item]).ToArray(), [items.Length, _steps, rows[0].Length / _steps]);
}
