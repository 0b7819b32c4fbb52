using System.Text.Json;
using Research.Torch.Tests.Oracle;
using TorchSharp.Modules;

namespace Research.Torch.Tests.Optim;

public class OptimizerGoldenTests
{
    private static readonly GoldenFile File = new("optimizers.json", "optimizer");

    // Not part of the engine: no experiment asks for it.
    private static readonly string[] Excluded = ["Adagrad"];

    public static TheoryData<string> Cases => File.Rows(label => Excluded.Contains(Name(label)));

    [Fact]
    public void Only_the_optimisers_named_here_are_left_out() =>
        Assert.Equal(Excluded, File.Labels.Select(Name).Distinct().Where(name => !GoldenOptimizers.Has(name)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Six_steps_leave_the_parameters_where_PyTorch_leaves_them(string label)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement item = File[label];
        Parameter[] parameters = [.. GoldenTensor.ReadAll(item.GetProperty("parameters")).Select(value => value.AsParameter())];
        using OptimizerHelper optimizer = GoldenOptimizers.Make(
            Name(label),
            parameters,
            new Settings(item.GetProperty("settings"))
        );
        JsonElement after = item.GetProperty("after");
        for (int step = 0; step < after.GetArrayLength(); step++)
        {
            for (int p = 0; p < parameters.Length; p++)
            {
                parameters[p].grad = GoldenTensor.Read(item.GetProperty("gradients")[step][p]);
            }

            optimizer.step();
            for (int p = 0; p < parameters.Length; p++)
            {
                Compare.Close(after[step][p], parameters[p], Tolerances.OfValues(label), $"step {step}, parameter {p}");
            }
        }
    }

    private static string Name(string label) => label.Split(':')[0];
}
