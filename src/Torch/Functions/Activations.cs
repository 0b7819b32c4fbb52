using Research.Torch.Autograd;
using Research.Torch.Kernels;
using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>Backward of activations in one pass, and their own derivatives.</summary>
internal static class Activations
{
    /// <summary>g·(1 − y²).</summary>
    public static Tensor TanhBackward(Tensor g, Tensor y) =>
        Graph.Record(
            "tanh_backward",
            Raw.Binary("tanh_backward", BinaryOp.TanhBackward, g, y, ScalarType.Float32),
            [g, y],
            (k, s) => [TanhBackward(k, s[1]), k * s[0] * s[1] * -2f],
            g,
            y
        );

    /// <summary>g·y·(1 − y).</summary>
    public static Tensor SigmoidBackward(Tensor g, Tensor y) =>
        Graph.Record(
            "sigmoid_backward",
            Raw.Binary("sigmoid_backward", BinaryOp.SigmoidBackward, g, y, ScalarType.Float32),
            [g, y],
            (k, s) => [SigmoidBackward(k, s[1]), k * s[0] * (s[1] * -2f + 1f)],
            g,
            y
        );

    /// <summary>g where y is above 0.</summary>
    public static Tensor ReluBackward(Tensor g, Tensor y) =>
        Graph.Record(
            "relu_backward",
            Raw.Binary("relu_backward", BinaryOp.ReluBackward, g, y, ScalarType.Float32),
            [g],
            (k, s) => [ReluBackward(k, s[0])],
            y
        );
}
