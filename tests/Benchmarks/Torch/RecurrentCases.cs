using Research.Models.Networks;
using Research.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Research.Benchmarks.Torch;

/// <summary>An epoch of Adam over 2,160 utterances of 13 features, about 30 frames each, in batches of 64.</summary>
internal static class RecurrentCases
{
    private const int Utterances = 2160;
    private const int Features = 13;
    private const int Classes = 10;
    private const int BatchSize = 64;

    public static IReadOnlyList<TorchCase> All { get; } =
    [
        new("lstm-1x60", "epoch, LSTM 1×60", 0, 1, () => Epoch(layers: 1, both: false)),
        new("lstm-3x60", "epoch, LSTM 3×60", 0, 1, () => Epoch(layers: 3, both: false)),
        new("bilstm-1x60", "epoch, BiLSTM 1×60", 0, 1, () => Epoch(layers: 1, both: true)),
    ];

    private static Action Epoch(int layers, bool both)
    {
        Rng rng = Rng.For(1, "torch benchmark");
        Matrix[] clips = [.. Enumerable.Range(0, Utterances).Select(i => Normal(rng, rows: 9 + (i * 37 % 42)))];
        int[] classes = [.. clips.Select(_ => rng.NextInt(Classes))];
        RecurrentSettings settings = new()
        {
            Kind = RecurrentKind.Lstm,
            Hidden = 60,
            Layers = layers,
            Bidirectional = both,
            Dropout = 0,
        };
        var learner = new SequenceLearner(clips, classes, Classes, settings, 1);
        optim.Optimizer optimizer = optim.Adam(learner.Network.parameters(), 0.01);
        int[][] batches = [.. Enumerable.Range(0, clips.Length).Chunk(BatchSize)];
        return () =>
        {
            foreach (int[] batch in batches)
            {
                using DisposeScope scope = NewDisposeScope();
                optimizer.zero_grad();
                learner.Loss(batch).backward();
                optimizer.step();
            }
        };
    }

    private static Matrix Normal(Rng rng, int rows)
    {
        var matrix = new Matrix(rows, Features);
        foreach (ref double value in matrix.Values)
        {
            value = rng.NextNormal();
        }

        return matrix;
    }
}
