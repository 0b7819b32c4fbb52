using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Torch.Devices;

/// <summary>The places that there are, and the one in which tensors meet.</summary>
internal static class Places
{
    /// <summary>Opens a GPU. Set from outside, because what a GPU does shows in no result: its bits are the CPU's.</summary>
    [ShowsInNoResult]
    private static Func<int, Place>? _cuda;

    [ShowsInNoResult]
    private static Func<int>? _cudaCount;

    public static int CudaCount => _cudaCount?.Invoke() ?? 0;

    public static void Register(Func<int, Place> cuda, Func<int> cudaCount) => (_cuda, _cudaCount) = (cuda, cudaCount);

    /// <exception cref="Cuda.CudaException">There is no such GPU.</exception>
    public static Place Cuda(int index) =>
        _cuda?.Invoke(index) ?? throw new InvalidOperationException("No program has registered the CUDA device.");

    /// <summary>Where all of an operation's tensors lie.</summary>
    /// <exception cref="ArgumentException">They lie in different places.</exception>
    public static Place Common(string operation, params ReadOnlySpan<Tensor?> tensors)
    {
        Place? place = null;
        foreach (Tensor? tensor in tensors)
        {
            if (tensor is not null && (place ??= tensor.Place) != tensor.Place)
            {
                throw Apart(operation, place, tensor.Place);
            }
        }

        return place ?? HostPlace.Instance;
    }

    /// <summary>The same, but a single number of the host goes where the others lie, as in PyTorch.</summary>
    public static Place Meet(string operation, ref Tensor a, ref Tensor b)
    {
        if (a.Place != b.Place)
        {
            a = Joining(a, b.Place);
            b = Joining(b, a.Place);
        }

        return Common(operation, a, b);
    }

    /// <inheritdoc cref="Meet(string, ref Tensor, ref Tensor)"/>
    public static Place Meet(string operation, ref Tensor a, ref Tensor b, ref Tensor c)
    {
        Place place =
            !a.Place.IsHost ? a.Place
            : !b.Place.IsHost ? b.Place
            : c.Place;
        (a, b, c) = (Joining(a, place), Joining(b, place), Joining(c, place));
        return Common(operation, a, b, c);
    }

    private static Tensor Joining(Tensor tensor, Place place) =>
        tensor.Place.IsHost && !place.IsHost && tensor.Sizes.Length == 0 ? tensor.to(place.Device) : tensor;

    private static ArgumentException Apart(string operation, Place first, Place second) =>
        new($"{operation}: the tensors lie on '{first.Device}' and '{second.Device}'; move one with to().");
}
