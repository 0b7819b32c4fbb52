using System.Text.Json;
using Research.Numerics;
using Research.Torch.Tests.Oracle;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;
using AnnealStrategy = TorchSharp.torch.optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy;

namespace Research.Torch.Tests.Optim;

public class SchedulerGoldenTests
{
    private const double Tolerance = 1e-12; // both compute in double

    private static readonly GoldenFile File = new("schedulers.json", "scheduler");

    private static readonly Dictionary<string, Func<Optimizer, Settings, LRScheduler>> Makers = new()
    {
        ["StepLR"] = (o, s) => StepLR(o, s.Int("step_size"), s.Double("gamma", 0.1)),
        ["MultiStepLR"] = (o, s) =>
            MultiStepLR(o, [.. s.Longs("milestones")!.Select(epoch => (int)epoch)], s.Double("gamma", 0.1)),
        ["ExponentialLR"] = (o, s) => ExponentialLR(o, s.Double("gamma", 0.1)),
        ["LambdaLR"] = (o, _) => LambdaLR(o, epoch => PortableMath.Pow(0.95, epoch)),
        ["CosineAnnealingLR"] = (o, s) => CosineAnnealingLR(o, s.Int("T_max"), s.Double("eta_min")),
        ["OneCycleLR"] = (o, s) =>
            OneCycleLR(
                o,
                s.Double("max_lr"),
                s.Int("total_steps", -1),
                s.Int("epochs", -1),
                s.Int("steps_per_epoch", -1),
                s.Double("pct_start", 0.3),
                s.Text("anneal_strategy", "cos") == "cos" ? AnnealStrategy.Cos : AnnealStrategy.Linear,
                s.Bool("cycle_momentum", true),
                s.Double("base_momentum", 0.85),
                s.Double("max_momentum", 0.95),
                s.Double("div_factor", 25),
                s.Double("final_div_factor", 1e4),
                s.Bool("three_phase")
            ),
        ["ReduceLROnPlateau"] = (o, s) =>
            ReduceLROnPlateau(
                o,
                s.Text("mode", "min"),
                s.Double("factor", 0.1),
                s.Int("patience", 10),
                s.Double("threshold", 1e-4),
                s.Text("threshold_mode", "rel"),
                s.Int("cooldown"),
                s.Has("min_lr") ? [s.Double("min_lr")] : null,
                s.Double("eps", 1e-8)
            ),
    };

    public static TheoryData<string> Cases => File.Rows(_ => false);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Learning_rates_and_momenta_are_PyTorchs(string label)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement item = File[label];
        using OptimizerHelper optimizer = Optimizer(item);
        LRScheduler scheduler = Makers[label.Split(':')[0]](optimizer, new Settings(item.GetProperty("settings")));
        JsonElement rates = item.GetProperty("lrs");
        for (int step = 0; step < rates.GetArrayLength(); step++)
        {
            if (step > 0 && item.TryGetProperty("metrics", out JsonElement metrics))
            {
                scheduler.step(metrics[step - 1].GetDouble());
            }
            else if (step > 0)
            {
                scheduler.step();
            }

            Assert.Equal(rates[step].GetDouble(), optimizer.ParamGroups.Single().LearningRate, Tolerance);
            if (item.TryGetProperty("momenta", out JsonElement momenta))
            {
                Assert.Equal(momenta[step].GetDouble(), Momentum(optimizer), Tolerance);
            }
        }
    }

    [Fact]
    public void A_plateau_needs_a_metric()
    {
        using SGD optimizer = SGD([zeros(1).AsParameter()], 0.1);
        Assert.Contains(
            "metric",
            Assert.Throws<InvalidOperationException>(ReduceLROnPlateau(optimizer).step).Message,
            StringComparison.Ordinal
        );
    }

    private static OptimizerHelper Optimizer(JsonElement item)
    {
        string own = item.GetProperty("optimizer_settings").GetRawText();
        string rate = item.GetProperty("base_lr").GetRawText();
        string all = own == "{}" ? $"{{\"lr\":{rate}}}" : $"{{\"lr\":{rate},{own[1..]}";
        using JsonDocument settings = JsonDocument.Parse(all);
        return GoldenOptimizers.Make(
            item.GetProperty("optimizer").GetString()!,
            [zeros(1).AsParameter()],
            new Settings(settings.RootElement)
        );
    }

    private static double Momentum(OptimizerHelper optimizer) =>
        optimizer.ParamGroups.Single() switch
        {
            IBetas betas => betas.Betas.Item1,
            IMomentum plain => plain.Momentum,
            _ => double.NaN,
        };
}
