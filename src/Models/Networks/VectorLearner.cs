using Research.Models.Training;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks;

/// <summary>A multilayer perceptron on fixed vectors with its data: cross-entropy to learn from, and predictions.</summary>
public sealed class VectorLearner : ILearner, IDisposable
{
    private readonly Matrix _vectors;
    private readonly IReadOnlyList<int> _classes;
    private readonly nn.Module<Tensor, Tensor> _network;

    /// <param name="vectors">One row an item.</param>
    /// <param name="classes">Class of every item.</param>
    /// <param name="hidden">Units of each hidden layer, rectified.</param>
    /// <param name="seed">Of the first weights: Glorot's uniform ones, intercepts zero.</param>
    public VectorLearner(Matrix vectors, IReadOnlyList<int> classes, int classCount, IReadOnlyList<int> hidden, ulong seed)
    {
        FiniteNumbers.Check(vectors);
        (_vectors, _classes) = (vectors, classes);
        manual_seed((long)Rng.For(seed, "network/weights").NextUInt64());
        var layers = new List<nn.Module<Tensor, Tensor>>();
        int inputs = vectors.Columns;
        foreach (int units in hidden)
        {
            layers.Add(Dense(inputs, units));
            layers.Add(nn.ReLU());
            inputs = units;
        }

        layers.Add(Dense(inputs, classCount));
        _network = nn.Sequential(layers);
    }

    public nn.Module Network => _network;

    public Tensor Loss(ReadOnlySpan<int> items)
    {
        int[] chosen = items.ToArray();
        Tensor classes = tensor([.. chosen.Select(item => (long)_classes[item])]);
        return nn.functional.cross_entropy(_network.call(Rows(chosen)), classes);
    }

    /// <summary>The class with the highest score of each item.</summary>
    public int[] Predict(IReadOnlyList<int> items)
    {
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        return [.. _network.call(Rows([.. items])).argmax(1).data<long>().ToArray().Select(c => (int)c)];
    }

    public void Dispose() => _network.Dispose();

    private static nn.Module<Tensor, Tensor> Dense(int inputs, int outputs)
    {
        TorchSharp.Modules.Linear layer = nn.Linear(inputs, outputs);
        nn.init.xavier_uniform_(layer.weight!);
        nn.init.zeros_(layer.bias!);
        return layer;
    }

    private Tensor Rows(int[] items)
    {
        var values = new float[items.Length * _vectors.Columns];
        for (int i = 0; i < items.Length; i++)
        {
            for (int j = 0; j < _vectors.Columns; j++)
            {
                values[(i * _vectors.Columns) + j] = (float)_vectors[items[i], j];
            }
        }

        return tensor(values, [items.Length, _vectors.Columns]);
    }
}
