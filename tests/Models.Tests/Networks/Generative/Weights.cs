using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative;

/// <summary>Puts given values into a module's parameters and buffers.</summary>
internal static class Weights
{
    public static void Put(this nn.Module module, params IEnumerable<(string Name, Tensor Values)> weights)
    {
        using IDisposable quiet = no_grad();
        Dictionary<string, Tensor> state = module.state_dict();
        foreach ((string name, Tensor values) in weights)
        {
            Assert.Equal(state[name].shape, values.shape);
            state[name].copy_(values);
        }
    }
}
