using System.Text.Json;
using Research.Torch.Tests.Oracle;
using TorchSharp.Modules;

namespace Research.Torch.Tests.Modules;

public class ModuleGoldenTests
{
    private static readonly GoldenFile File = new("modules.json", "module");

    // Not part of the engine: no experiment asks for it.
    private static readonly string[] Excluded = ["GELU"];

    public static TheoryData<string> Cases => File.Rows(label => Excluded.Contains(Module(label)));

    [Fact]
    public void Only_the_modules_named_here_are_left_out() =>
        Assert.Equal(Excluded, File.Labels.Select(Module).Distinct().Where(module => !GoldenModules.Has(module)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Module_computes_what_PyTorch_computes(string label)
    {
        JsonElement item = File[label];
        using DisposeScope scope = NewDisposeScope();
        using nn.Module module = GoldenModules.Make(Module(label), new Settings(item.GetProperty("settings")));
        module.load_state_dict(GoldenTensor.ReadNamed(item.GetProperty("parameters")));
        module.train(item.GetProperty("training").GetBoolean());
        Tensor[] inputs = GoldenTensor.ReadAll(item.GetProperty("inputs"));
        Array.ForEach(inputs, input => input.requires_grad = input.is_floating_point());

        Tensor[] outputs = GoldenForward.Run(module, inputs, item);
        GoldenTensor.Loss(outputs, item.GetProperty("weights"))?.backward();

        double tolerance = Tolerances.OfValues(label);
        CloseAll(item.GetProperty("outputs"), outputs, tolerance, "output");
        CloseAll(item.GetProperty("input_grads"), [.. inputs.Select(input => input.grad)], tolerance, "gradient of input");
        CloseNamed(item.GetProperty("parameter_grads"), module.named_parameters(), tolerance);
        foreach ((string name, Tensor buffer) in module.named_buffers())
        {
            Compare.Close(item.GetProperty("buffers_after").GetProperty(name), buffer, tolerance, name);
        }
    }

    private static void CloseAll(JsonElement expected, Tensor?[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.GetArrayLength(), actual.Length);
        for (int i = 0; i < actual.Length; i++)
        {
            Compare.CloseGradient(expected[i], actual[i], tolerance, $"{what} {i}");
        }
    }

    private static void CloseNamed(
        JsonElement expected,
        IEnumerable<(string Name, Parameter Parameter)> parameters,
        double tolerance
    )
    {
        Dictionary<string, Parameter> own = parameters.ToDictionary(pair => pair.Name, pair => pair.Parameter);
        Assert.Equal(expected.EnumerateObject().Select(item => item.Name).Order(), own.Keys.Order());
        foreach (JsonProperty item in expected.EnumerateObject())
        {
            Compare.CloseGradient(item.Value, own[item.Name].grad, tolerance, $"gradient of {item.Name}");
        }
    }

    private static string Module(string label) => label.Split(':')[0];
}
