using static TorchSharp.torch.nn;

namespace Research.Parity.Cases;

/// <summary>Losses, each with the gradient of what was predicted.</summary>
internal static class Losses
{
    public static IEnumerable<KeyValuePair<string, Operation>> All =>
        new Dictionary<string, Operation>
        {
            ["cross-entropy"] = x => Of(x, x.Normal(x[0], x[1] + 1), p => functional.cross_entropy(p, x.Whole(x[1] + 1, x[0]))),
            ["cross-entropy, weighted"] = x =>
                Of(
                    x,
                    x.Normal(x[0], x[1] + 1),
                    p => functional.cross_entropy(p, x.Whole(x[1] + 1, x[0]), x.Shares(x[1] + 1).detach())
                ),
            ["nll"] = x => Of(x, x.Normal(x[0], x[1] + 1), p => functional.nll_loss(p.log_softmax(1), x.Whole(x[1] + 1, x[0]))),
            ["mse"] = x => Of(x, x.Normal(x[0], x[1]), p => functional.mse_loss(p, x.Normal(x[0], x[1]).detach())),
            ["l1"] = x => Of(x, x.Normal(x[0], x[1]), p => functional.l1_loss(p, x.Normal(x[0], x[1]).detach())),
            ["smooth l1"] = x => Of(x, x.Normal(x[0], x[1]), p => functional.smooth_l1_loss(p, x.Normal(x[0], x[1]).detach())),
            ["binary cross-entropy"] = x =>
                Of(x, x.Shares(x[0], x[1]), p => functional.binary_cross_entropy(p, x.Shares(x[0], x[1]).detach())),
            ["binary cross-entropy with logits"] = x =>
                Of(x, x.Normal(x[0], x[1]), p => functional.binary_cross_entropy_with_logits(p, x.Shares(x[0], x[1]).detach())),
        };

    private static IEnumerable<Tensor> Of(CaseInputs x, Tensor predicted, Func<Tensor, Tensor> loss) =>
        x.WithGradients(loss(predicted), [predicted]);
}
