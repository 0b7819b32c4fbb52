namespace Research.Parity.Cases;

/// <summary>Layers of one input: forward, and the gradients of input and weights.</summary>
internal static class Layers
{
    public static IEnumerable<KeyValuePair<string, Operation>> All =>
        new Dictionary<string, Operation>
        {
            ["linear"] = x => Through(x, nn.Linear(x[0], x[1]), x[2], x[3], x[0]),
            ["conv1d"] = x =>
                Through(x, nn.Conv1d(x[0], x[1], x[2], stride: x[3], padding: (long)x[4]), x[5], x[0], x[2] + x[3] + 4),
            ["conv2d"] = x =>
                Through(
                    x,
                    nn.Conv2d(x[0], x[1], x[2], stride: x[3], padding: (long)x[4], dilation: 1),
                    x[5],
                    x[0],
                    x[2] + 3,
                    x[2] + x[3] + 5
                ),
            ["conv2d, dilated"] = x =>
                Through(
                    x,
                    nn.Conv2d(x[0], x[1], x[2], padding: (long)x[4], dilation: 2),
                    2,
                    x[0],
                    (2 * x[2]) + 3,
                    (2 * x[2]) + 1
                ),
            ["conv2d, groups"] = x =>
                Through(
                    x,
                    nn.Conv2d(2 * x[0], 2 * x[1], x[2], stride: x[3], padding: (long)x[4], groups: 2),
                    x[5],
                    2 * x[0],
                    x[2] + 4,
                    x[2] + 3
                ),
            ["conv2d, depth-wise"] = x =>
                Through(x, nn.Conv2d(x[0], x[0], x[2], padding: (long)x[4], groups: x[0]), x[5], x[0], x[2] + 4, x[2] + 3),
            ["transposed conv2d"] = x => Through(x, nn.ConvTranspose2d(x[0], x[1], x[2], stride: x[3]), x[5], x[0], x[4] + 2, 3),
            ["batch norm 1d"] = x => Through(x, nn.BatchNorm1d(x[0]), x[1] + 2, x[0]),
            ["batch norm 2d"] = x => Through(x, nn.BatchNorm2d(x[0]), x[1] + 1, x[0], x[2] + 1, x[3] + 1),
            ["layer norm"] = x => Through(x, nn.LayerNorm(x[0] + 1), x[1], x[2], x[0] + 1),
            ["max pool"] = x => Through(x, nn.MaxPool2d(2), x[0], x[1], x[2] + 2, x[3] + 3),
            ["average pool"] = x => Through(x, nn.AvgPool2d(2), x[0], x[1], x[2] + 2, x[3] + 3),
            ["adaptive pool"] = x => Through(x, nn.AdaptiveAvgPool2d([x[4] + 1, 2]), x[0], x[1], x[2] + 5, x[3] + 2),
            ["embedding"] = Embedding,
        };

    private static IEnumerable<Tensor> Through(CaseInputs x, nn.Module<Tensor, Tensor> layer, params long[] shape)
    {
        x.Filled(layer);
        Tensor input = x.Normal(shape);
        return x.WithGradients(layer.call(input), [input], layer);
    }

    private static IEnumerable<Tensor> Embedding(CaseInputs x)
    {
        TorchSharp.Modules.Embedding layer = x.Filled(nn.Embedding(x[0] + 1, x[1]));
        return x.WithGradients(layer.call(x.Whole(x[0] + 1, x[2], x[3])), [], layer);
    }
}
