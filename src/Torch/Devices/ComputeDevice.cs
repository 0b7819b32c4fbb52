using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Torch.Devices;

/// <summary>Where this process computes what names no device: on the CPU, or on a GPU, which gives the same bits.</summary>
/// <remarks>
/// Tensors that name no device, or the CPU, then lie on the GPU, so that networks and training loops need no line for it (ADR 29).
/// Tensors that were made before stay where they are: choose first.
/// </remarks>
public static class ComputeDevice
{
    public const string Cpu = "cpu";

    /// <summary>The first NVIDIA GPU; CUDA_VISIBLE_DEVICES says which that is.</summary>
    public const string Cuda = "cuda";

    /// <summary>Takes a device for the rest of the process.</summary>
    /// <param name="name"><see cref="Cpu"/> or <see cref="Cuda"/>.</param>
    /// <returns>What it is, such as a card and its driver.</returns>
    /// <exception cref="ResearchException">There is no GPU, or it cannot run the kernels; the device stays what it was.</exception>
    public static string Take(string name)
    {
        Place place = name switch
        {
            Cpu => HostPlace.Instance,
            Cuda => Places.Cuda(0),
            _ => throw new ArgumentException($"There is no device '{name}'; there are '{Cpu}' and '{Cuda}'.", nameof(name)),
        };
        Take(place);
        return place.Description;
    }

    internal static void Take(Place place) => CPU.StandFor(place.IsHost ? null : place);
}
