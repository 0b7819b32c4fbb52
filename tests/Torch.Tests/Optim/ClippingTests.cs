using System.Text.Json;
using Research.Torch.Tests.Oracle;
using TorchSharp.Modules;

namespace Research.Torch.Tests.Optim;

public class ClippingTests
{
    private static readonly GoldenFile File = new("optimizers.json", "function", "clip");

    public static TheoryData<string> Cases => File.Rows(_ => false);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Clipped_gradients_are_PyTorchs(string label)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement item = File[label];
        var settings = new Settings(item.GetProperty("settings"));
        Tensor[] gradients = GoldenTensor.ReadAll(item.GetProperty("gradients"));
        Parameter[] parameters = [.. gradients.Select(gradient => WithGradient(gradient))];
        if (label.StartsWith("clip_grad_norm_", StringComparison.Ordinal))
        {
            double norm = nn.utils.clip_grad_norm_(parameters, settings.Double("max_norm"), settings.Double("norm_type", 2));
            Assert.Equal(item.GetProperty("total_norm").GetDouble(), norm, 1e-5 * Math.Max(1, norm));
        }
        else
        {
            nn.utils.clip_grad_value_(parameters, settings.Double("clip_value"));
        }

        for (int i = 0; i < parameters.Length; i++)
        {
            Compare.Close(item.GetProperty("after")[i], parameters[i].grad!, Tolerances.OfValues(label), $"gradient {i}");
        }
    }

    [Fact]
    public void Parameters_without_gradients_have_norm_zero()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(0, nn.utils.clip_grad_norm_([ones(3).AsParameter()], 1));
    }

    private static Parameter WithGradient(Tensor gradient)
    {
        Parameter parameter = zeros_like(gradient).AsParameter();
        parameter.grad = gradient;
        return parameter;
    }
}
