using Research.Torch.Kernels;
using TorchSharp;

namespace Research.Torch.Devices.Cuda;

/// <summary>A GPU's memory and kernels.</summary>
internal sealed unsafe class CudaPlace : Place
{
    private readonly ICudaDriver _driver;
    private readonly CudaMemory _memory;
    private readonly CudaKernels _kernels;

    public CudaPlace(ICudaDriver driver, int index)
    {
        _driver = driver;
        _memory = new CudaMemory(driver);
        Device = new torch.Device(DeviceType.CUDA, index, this);
        _kernels = new CudaKernels(driver, this);
    }

    public override torch.Device Device { get; }

    public override IKernels Kernels => _kernels;

    public override long BytesInUse => _memory.BytesInUse;

    public override string Description => $"cuda: {_driver.Description}";

    /// <inheritdoc cref="CudaMemory.PeakBytes"/>
    public long PeakBytes => _memory.PeakBytes;

    /// <inheritdoc cref="CudaMemory.FreeIdle"/>
    public void FreeIdle() => _memory.FreeIdle();

    public override byte* Take(long bytes, out long size) => (byte*)_memory.Take(bytes, out size);

    public override void Return(byte* data, long size) => _memory.Return((nint)data, size);

    public override void Download(void* source, void* target, long bytes)
    {
        if (bytes > 0)
        {
            _driver.Download((nint)source, target, bytes);
            _kernels.CheckNotes();
        }
    }

    public override void Upload(void* source, void* target, long bytes)
    {
        if (bytes > 0)
        {
            _driver.Upload(source, (nint)target, bytes);
        }
    }

    public override void Copy(void* source, void* target, long bytes)
    {
        if (bytes > 0)
        {
            _driver.Copy((nint)source, (nint)target, bytes);
        }
    }
}
