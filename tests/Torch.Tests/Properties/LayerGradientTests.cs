using static TorchSharp.torch.nn.functional;

namespace Research.Torch.Tests.Properties;

public class LayerGradientTests
{
    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, Func<Tensor[]> Inputs)> Ops = new()
    {
        ["linear"] = (x => linear(x[0], x[1], x[2]), () => [Inputs.Normal(2, 2, 3), Inputs.Normal(4, 3), Inputs.Normal(4)]),
        ["conv1d"] = (
            x => conv1d(x[0], x[1], x[2], 2, 1, 2),
            () => [Inputs.Normal(2, 2, 7), Inputs.Normal(3, 2, 3), Inputs.Normal(3)]
        ),
        ["conv2d"] = (
            x => conv2d(x[0], x[1], x[2]),
            () => [Inputs.Normal(2, 2, 4, 5), Inputs.Normal(3, 2, 3, 2), Inputs.Normal(3)]
        ),
        ["conv2d, stride, padding"] = (
            x => conv2d(x[0], x[1], x[2], [2, 1], [1, 2]),
            () => [Inputs.Normal(1, 2, 5, 4), Inputs.Normal(2, 2, 3, 3), Inputs.Normal(2)]
        ),
        ["conv2d, dilation, groups"] = (
            x => conv2d(x[0], x[1], null, null, [1, 1], [2, 1], 2),
            () => [Inputs.Normal(1, 4, 5, 4), Inputs.Normal(2, 2, 2, 3)]
        ),
        ["conv2d, depthwise, stride"] = (
            x => conv2d(x[0], x[1], x[2], [2, 2], [1, 1], null, 3),
            () => [Inputs.Normal(2, 3, 5, 4), Inputs.Normal(6, 1, 3, 3), Inputs.Normal(6)]
        ),
        ["conv_transpose2d"] = (
            x => conv_transpose2d(x[0], x[1], x[2], [2, 3], [1, 0], [1, 2]),
            () => [Inputs.Normal(2, 2, 3, 2), Inputs.Normal(2, 3, 3, 2), Inputs.Normal(3)]
        ),
        ["conv_transpose2d, dilation, groups"] = (
            x => conv_transpose2d(x[0], x[1], null, null, [1, 1], null, [2, 1], 2),
            () => [Inputs.Normal(1, 4, 3, 3), Inputs.Normal(4, 2, 2, 3)]
        ),
        ["max_pool2d"] = (x => max_pool2d(x[0], [3, 2], [2, 1], [1, 1]), () => [Inputs.Apart(1, 2, 5, 4)]),
        ["max_pool2d, dilation, ceil"] = (
            x => max_pool2d(x[0], [2, 2], [2, 2], null, [2, 1], true),
            () => [Inputs.Apart(2, 5, 5)]
        ),
        ["avg_pool2d"] = (x => avg_pool2d(x[0], [3, 2], [2, 1], [1, 1], true, false), () => [Inputs.Normal(1, 2, 5, 4)]),
        ["avg_pool2d, divisor"] = (x => avg_pool2d(x[0], [2, 2], divisor_override: 3), () => [Inputs.Normal(2, 4, 5)]),
        ["adaptive_avg_pool2d"] = (x => adaptive_avg_pool2d(x[0], [2, 3]), () => [Inputs.Normal(1, 2, 3, 5)]),
        ["batch_norm, training"] = (
            x => batch_norm(x[0], null, null, x[1], x[2], training: true),
            () => [Inputs.Normal(3, 2, 2, 3), Inputs.Positive(2), Inputs.Normal(2)]
        ),
        ["batch_norm, evaluation"] = (
            x => batch_norm(x[0], tensor([0.5f, -0.5f]), tensor([0.5f, 2f]), x[1], x[2]),
            () => [Inputs.Normal(3, 2, 3), Inputs.Positive(2), Inputs.Normal(2)]
        ),
        ["layer_norm"] = (
            x => layer_norm(x[0], [2, 3], x[1], x[2]),
            () => [Inputs.Normal(3, 2, 3), Inputs.Positive(2, 3), Inputs.Normal(2, 3)]
        ),
        ["embedding"] = (x => embedding(tensor([0L, 2, 2, 1], [2, 2]), x[0], null), () => [Inputs.Normal(4, 3)]),
        ["upsample, nearest"] = (x => upsample(x[0], [5, 7]), () => [Inputs.Normal(1, 2, 3, 4)]),
        ["upsample, bilinear"] = (x => upsample(x[0], null, [2, 1.5], UpsampleMode.Bilinear), () => [Inputs.Normal(1, 2, 3, 4)]),
    };

    public static TheoryData<string> Names => new(Ops.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_is_the_limit_of_differences(string name) =>
        GradientCheck.Run(Ops[name].Function, Ops[name].Inputs(), 1e-3);
}
