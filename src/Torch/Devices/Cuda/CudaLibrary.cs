using System.Runtime.InteropServices;

namespace Research.Torch.Devices.Cuda;

/// <summary>The functions of NVIDIA's driver that the device calls: CUDA Driver API, as all drivers from CUDA 11 on have them.</summary>
internal sealed unsafe class CudaLibrary
{
    private readonly Func<string, nint> _export;

    /// <param name="export">The address of a function of the driver; 0 where it has none of that name.</param>
    /// <exception cref="CudaException">The driver lacks a function.</exception>
    public CudaLibrary(Func<string, nint> export)
    {
        _export = export;
        Init = (delegate* unmanaged<uint, int>)Export("cuInit");
        DriverGetVersion = (delegate* unmanaged<int*, int>)Export("cuDriverGetVersion");
        DeviceGetCount = (delegate* unmanaged<int*, int>)Export("cuDeviceGetCount");
        DeviceGet = (delegate* unmanaged<int*, int, int>)Export("cuDeviceGet");
        DeviceGetName = (delegate* unmanaged<byte*, int, int, int>)Export("cuDeviceGetName");
        DeviceGetAttribute = (delegate* unmanaged<int*, int, int, int>)Export("cuDeviceGetAttribute");
        PrimaryContextRetain = (delegate* unmanaged<nint*, int, int>)Export("cuDevicePrimaryCtxRetain");
        ContextSetCurrent = (delegate* unmanaged<nint, int>)Export("cuCtxSetCurrent");
        ModuleLoad = (delegate* unmanaged<nint*, byte*, uint, int*, void**, int>)Export("cuModuleLoadDataEx");
        ModuleGetFunction = (delegate* unmanaged<nint*, nint, byte*, int>)Export("cuModuleGetFunction");
        StreamCreate = (delegate* unmanaged<nint*, uint, int>)Export("cuStreamCreate");
        StreamSynchronize = (delegate* unmanaged<nint, int>)Export("cuStreamSynchronize");
        MemoryAllocate = (delegate* unmanaged<nint*, nuint, int>)Export("cuMemAlloc_v2");
        HostAllocate = (delegate* unmanaged<void**, nuint, uint, int>)Export("cuMemHostAlloc");
        MemoryFree = (delegate* unmanaged<nint, int>)Export("cuMemFree_v2");
        CopyToHost = (delegate* unmanaged<void*, nint, nuint, nint, int>)Export("cuMemcpyDtoHAsync_v2");
        CopyToDevice = (delegate* unmanaged<nint, void*, nuint, nint, int>)Export("cuMemcpyHtoDAsync_v2");
        CopyWithin = (delegate* unmanaged<nint, nint, nuint, nint, int>)Export("cuMemcpyDtoDAsync_v2");
        LaunchKernel = (delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, int>)Export(
            "cuLaunchKernel"
        );
        GetErrorName = (delegate* unmanaged<int, byte**, int>)Export("cuGetErrorName");
    }

    /// <summary>NVIDIA's own name for its driver on this system.</summary>
    public static string SystemName => OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";

    /// <summary>Loads a driver.</summary>
    /// <exception cref="CudaException">There is none, or it lacks a function.</exception>
    public static CudaLibrary Load(string name) =>
        NativeLibrary.TryLoad(name, out nint library)
            ? new CudaLibrary(function => NativeLibrary.TryGetExport(library, function, out nint address) ? address : 0)
            : throw new CudaException(
                $"No NVIDIA driver was found ({name} cannot be loaded). Install it, or use the device cpu: the results are the same."
            );

    public delegate* unmanaged<uint, int> Init { get; }

    public delegate* unmanaged<int*, int> DriverGetVersion { get; }

    public delegate* unmanaged<int*, int> DeviceGetCount { get; }

    public delegate* unmanaged<int*, int, int> DeviceGet { get; }

    public delegate* unmanaged<byte*, int, int, int> DeviceGetName { get; }

    public delegate* unmanaged<int*, int, int, int> DeviceGetAttribute { get; }

    public delegate* unmanaged<nint*, int, int> PrimaryContextRetain { get; }

    public delegate* unmanaged<nint, int> ContextSetCurrent { get; }

    public delegate* unmanaged<nint*, byte*, uint, int*, void**, int> ModuleLoad { get; }

    public delegate* unmanaged<nint*, nint, byte*, int> ModuleGetFunction { get; }

    public delegate* unmanaged<nint*, uint, int> StreamCreate { get; }

    public delegate* unmanaged<nint, int> StreamSynchronize { get; }

    public delegate* unmanaged<nint*, nuint, int> MemoryAllocate { get; }

    public delegate* unmanaged<void**, nuint, uint, int> HostAllocate { get; }

    public delegate* unmanaged<nint, int> MemoryFree { get; }

    public delegate* unmanaged<void*, nint, nuint, nint, int> CopyToHost { get; }

    public delegate* unmanaged<nint, void*, nuint, nint, int> CopyToDevice { get; }

    public delegate* unmanaged<nint, nint, nuint, nint, int> CopyWithin { get; }

    public delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, int> LaunchKernel { get; }

    public delegate* unmanaged<int, byte**, int> GetErrorName { get; }

    private void* Export(string function) =>
        _export(function) is var address and not 0
            ? (void*)address
            : throw new CudaException(
                $"The NVIDIA driver is too old: it has no function {function}. Install one for CUDA 11 or later, or use the device cpu: the results are the same."
            );
}
