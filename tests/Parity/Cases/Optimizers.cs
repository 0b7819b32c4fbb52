namespace Research.Parity.Cases;

/// <summary>Weights after some updates.</summary>
internal static class Optimizers
{
    private const int Updates = 4;

    public static IEnumerable<KeyValuePair<string, Operation>> All =>
        new Dictionary<string, Operation>
        {
            ["sgd"] = x => Of(x, net => optim.SGD(net.parameters(), 0.05, momentum: 0.9, weight_decay: 0.01)),
            ["adam"] = x => Of(x, net => optim.Adam(net.parameters(), 0.01, weight_decay: 0.01)),
            ["adamw"] = x => Of(x, net => optim.AdamW(net.parameters(), 0.01, weight_decay: 0.01)),
            ["rmsprop"] = x => Of(x, net => optim.RMSProp(net.parameters(), 0.01, momentum: 0.5)),
        };

    private static IEnumerable<Tensor> Of(CaseInputs x, Func<nn.Module, optim.Optimizer> make)
    {
        TorchSharp.Modules.Linear net = x.Filled(nn.Linear(x[0], x[1]));
        using optim.Optimizer optimizer = make(net);
        (Tensor input, Tensor target) = (x.Normal(x[2], x[0]).detach(), x.Normal(x[2], x[1]).detach());
        for (int i = 0; i < Updates; i++)
        {
            optimizer.zero_grad();
            nn.functional.mse_loss(net.call(input), target).backward();
            nn.utils.clip_grad_norm_(net.parameters(), 1.0);
            optimizer.step();
        }

        return [.. net.parameters()];
    }
}
