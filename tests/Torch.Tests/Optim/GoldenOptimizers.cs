using Research.Torch.Tests.Oracle;
using TorchSharp.Modules;

namespace Research.Torch.Tests.Optim;

/// <summary>Our optimisers from PyTorch's settings.</summary>
internal static class GoldenOptimizers
{
    private static readonly Dictionary<string, Func<Parameter[], Settings, OptimizerHelper>> Makers = new()
    {
        ["SGD"] = (p, s) =>
            optim.SGD(
                p,
                s.Double("lr", 0.1),
                s.Double("momentum"),
                s.Double("dampening"),
                s.Double("weight_decay"),
                s.Bool("nesterov")
            ),
        ["Adam"] = (p, s) =>
            optim.Adam(
                p,
                s.Double("lr", 1e-3),
                Beta(s, 0, 0.9),
                Beta(s, 1, 0.999),
                s.Double("eps", 1e-8),
                s.Double("weight_decay"),
                s.Bool("amsgrad")
            ),
        ["AdamW"] = (p, s) =>
            optim.AdamW(
                p,
                s.Double("lr", 1e-3),
                Beta(s, 0, 0.9),
                Beta(s, 1, 0.999),
                s.Double("eps", 1e-8),
                s.Double("weight_decay", 1e-2),
                s.Bool("amsgrad")
            ),
        ["RMSprop"] = (p, s) =>
            optim.RMSProp(
                p,
                s.Double("lr", 0.01),
                s.Double("alpha", 0.99),
                s.Double("eps", 1e-8),
                s.Double("weight_decay"),
                s.Double("momentum"),
                s.Bool("centered")
            ),
    };

    public static bool Has(string optimizer) => Makers.ContainsKey(optimizer);

    public static OptimizerHelper Make(string optimizer, Parameter[] parameters, Settings settings) =>
        Makers[optimizer](parameters, settings);

    private static double Beta(Settings s, int which, double otherwise) =>
        s.Has("betas") ? s.Json("betas")[which].GetDouble() : otherwise;
}
