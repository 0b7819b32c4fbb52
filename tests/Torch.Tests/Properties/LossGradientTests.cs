using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace Research.Torch.Tests.Properties;

public class LossGradientTests
{
    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, Func<Tensor[]> Inputs)> Losses = new()
    {
        ["cross_entropy"] = (x => cross_entropy(x[0], x[1]), Classes),
        ["cross_entropy, weights, smoothing"] = (
            x => cross_entropy(x[0], x[1], tensor([0.5f, 1, 2]), 1, Reduction.None, 0.2),
            Classes
        ),
        ["cross_entropy, probabilities"] = (
            x => cross_entropy(x[0], x[1]),
            () => [Inputs.Normal(2, 3, 2), Inputs.Probabilities(2, 3, 2)]
        ),
        ["nll_loss"] = (x => nll_loss(x[0], x[1], tensor([0.5f, 1, 2]), Reduction.Sum), Classes),
        ["mse_loss"] = (x => mse_loss(x[0], x[1]), Pair),
        ["l1_loss"] = (x => l1_loss(x[0], x[1], Reduction.None), Pair),
        ["smooth_l1_loss"] = (x => smooth_l1_loss(x[0], x[1], Reduction.Sum, 0.3), Pair),
        ["binary_cross_entropy"] = (
            x => binary_cross_entropy(x[0], x[1], tensor([0.5f, 1, 2])),
            () => [Inputs.Probabilities(2, 3), Inputs.Normal(2, 3)]
        ),
        ["binary_cross_entropy_with_logits"] = (
            x => binary_cross_entropy_with_logits(x[0], x[1], null, Reduction.None, tensor([0.5f, 1, 2])),
            () => [Inputs.Normal(2, 3), Inputs.Probabilities(2, 3)]
        ),
    };

    public static TheoryData<string> Names => new(Losses.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_is_the_limit_of_differences(string name) =>
        GradientCheck.Run(Losses[name].Function, Losses[name].Inputs());

    private static Tensor[] Classes() => [Inputs.Normal(4, 3), tensor([0L, 2, 1, 2])];

    private static Tensor[] Pair() => [Inputs.Apart(2, 3), Inputs.Apart(2, 3) * -1 + 0.06f];
}
