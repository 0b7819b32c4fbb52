using Research.Torch.Devices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            // All parameters and buffers; they stay the same objects, so an optimiser keeps its parameters.
            internal void MoveTo(Place place)
            {
                foreach (Tensor tensor in parameters().Concat(buffers()))
                {
                    tensor.MoveTo(place);
                }
            }
        }
    }
}

/// <summary>Modules moved between the CPU and GPUs.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Moves all parameters and buffers of the module, and of those within.</summary>
    /// <returns>The module itself.</returns>
    /// <exception cref="InvalidOperationException">There is no such device.</exception>
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false)
        where T : torch.nn.Module
    {
        module.MoveTo(torch.Available(device).Place);
        return module;
    }

    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.CPU);

    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.device(DeviceType.CUDA, deviceIndex));
}
