using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Hidden layers of rectified linear units and a softmax, trained by Adam on the cross-entropy.</summary>
/// <remarks>Follows scikit-learn's MLPClassifier; the random numbers differ, so it is compared by accuracy.</remarks>
public sealed class MultilayerPerceptron : IClassifier
{
    private readonly DenseLayer[] _layers;

    internal MultilayerPerceptron(DenseLayer[] layers) => _layers = layers;

    /// <param name="rows">Shape [rows, features]; standardise them first.</param>
    public static MultilayerPerceptron Fit(
        Matrix rows,
        IReadOnlyList<int> classes,
        int classCount,
        MlpSettings settings,
        ulong seed
    )
    {
        FiniteNumbers.Check(rows);
        int[] sizes = [rows.Columns, .. settings.Hidden, classCount];
        Rng weights = Rng.For(seed, "mlp/weights");
        DenseLayer[] layers =
        [
            .. Enumerable.Range(0, sizes.Length - 1).Select(l => new DenseLayer(sizes[l], sizes[l + 1], weights)),
        ];
        var model = new MultilayerPerceptron(layers);
        model.Train(rows, classes, settings, Rng.For(seed, "mlp/order"));
        return model;
    }

    public int[] Predict(Matrix rows)
    {
        double[][] activations = NewActivations();
        var predicted = new int[rows.Rows];
        for (int i = 0; i < rows.Rows; i++)
        {
            Forward(rows.Row(i), activations);
            predicted[i] = Argmax.Of(activations[^1]);
        }

        return predicted;
    }

    private void Train(Matrix rows, IReadOnlyList<int> classes, MlpSettings settings, Rng order)
    {
        (double best, int without, int step) = (double.PositiveInfinity, 0, 0);
        double[][] activations = NewActivations();
        double[][] gradients = NewActivations();
        for (int epoch = 0; epoch < settings.Epochs && without <= settings.Patience; epoch++)
        {
            double loss = 0;
            int[] shuffled = order.Permutation(rows.Rows);
            for (int start = 0; start < shuffled.Length; start += settings.BatchSize)
            {
                ReadOnlySpan<int> batch = shuffled.AsSpan(start, Math.Min(settings.BatchSize, shuffled.Length - start));
                foreach (int i in batch)
                {
                    loss += Learn(rows.Row(i), classes[i], activations, gradients);
                }

                step++;
                foreach (DenseLayer layer in _layers)
                {
                    layer.Step(batch.Length, step, settings);
                }
            }

            loss /= rows.Rows;
            without = loss > best - settings.Tolerance ? without + 1 : 0;
            best = Math.Min(best, loss);
        }
    }

    internal double Learn(ReadOnlySpan<double> row, int own, double[][] activations, double[][] gradients)
    {
        Forward(row, activations);
        Span<double> shares = gradients[^1];
        activations[^1].CopyTo(shares);
        double loss = Softmax.InPlace(shares) - activations[^1][own];
        shares[own] -= 1;
        for (int l = _layers.Length - 1; l >= 0; l--)
        {
            _layers[l].Backward(activations[l], gradients[l + 1], gradients[l]);
            for (int i = 0; i < gradients[l].Length && l > 0; i++)
            {
                gradients[l][i] = activations[l][i] > 0 ? gradients[l][i] : 0;
            }
        }

        return loss;
    }

    private void Forward(ReadOnlySpan<double> row, double[][] activations)
    {
        row.CopyTo(activations[0]);
        for (int l = 0; l < _layers.Length; l++)
        {
            double[] y = activations[l + 1];
            _layers[l].Forward(activations[l], y);
            for (int o = 0; o < y.Length && l + 1 < _layers.Length; o++)
            {
                y[o] = Math.Max(0, y[o]);
            }
        }
    }

    internal double[][] NewActivations() =>
        [new double[_layers[0].Inputs], .. _layers.Select(layer => new double[layer.Outputs])];
}
