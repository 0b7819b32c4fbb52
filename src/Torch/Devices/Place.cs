using Research.Torch.Kernels;
using TorchSharp;

namespace Research.Torch.Devices;

/// <summary>Where tensors' memory lies, and the kernels that work there.</summary>
internal abstract unsafe class Place
{
    /// <summary>The name under which TorchSharp's API knows it.</summary>
    public abstract torch.Device Device { get; }

    public abstract IKernels Kernels { get; }

    /// <summary>What it is, for a record of a run.</summary>
    public abstract string Description { get; }

    public bool IsHost => this == HostPlace.Instance;

    /// <summary>Bytes that tensors have here now.</summary>
    public abstract long BytesInUse { get; }

    /// <summary>Memory of at least so many bytes, not cleared.</summary>
    /// <param name="size">What it has; goes back with it.</param>
    public abstract byte* Take(long bytes, out long size);

    public abstract void Return(byte* data, long size);

    /// <summary>Copies from here to the host, after all that was asked for before.</summary>
    public abstract void Download(void* source, void* target, long bytes);

    /// <summary>Copies from the host to here; the source may be written over afterwards.</summary>
    public abstract void Upload(void* source, void* target, long bytes);

    /// <summary>Copies within this memory.</summary>
    public abstract void Copy(void* source, void* target, long bytes);
}
