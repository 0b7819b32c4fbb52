using Research.Torch.Kernels;
using Research.Torch.Kernels.Cpu;
using Research.Torch.Memory;
using TorchSharp;

namespace Research.Torch.Devices;

/// <summary>The machine's own memory and the CPU's kernels.</summary>
internal sealed unsafe class HostPlace : Place
{
    public static readonly HostPlace Instance = new();

    private IKernels _kernels = CpuKernels.Instance;

    private HostPlace() { }

    public override torch.Device Device => torch.CPU;

    public override IKernels Kernels => _kernels;

    public override string Description => "cpu";

    /// <summary>Puts others in the kernels' place, such as ones that count calls in a benchmark.</summary>
    /// <returns>Those that were there.</returns>
    public IKernels Exchange(IKernels kernels)
    {
        IKernels before = _kernels;
        _kernels = kernels;
        return before;
    }

    public override long BytesInUse => Pool.BytesInUse;

    public override byte* Take(long bytes, out long size) => Pool.Take(bytes, out size);

    public override void Return(byte* data, long size) => Pool.Return(data, size);

    public override void Download(void* source, void* target, long bytes) => Copy(source, target, bytes);

    public override void Upload(void* source, void* target, long bytes) => Copy(source, target, bytes);

    public override void Copy(void* source, void* target, long bytes) => Buffer.MemoryCopy(source, target, bytes, bytes);
}
