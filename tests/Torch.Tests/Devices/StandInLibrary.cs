using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Research.Torch.Devices.Cuda;

namespace Research.Torch.Tests.Devices;

/// <summary>The functions of NVIDIA's driver by their addresses, as a real library has them, behind them a GPU that is none.</summary>
/// <remarks>
/// What a real driver would refuse is refused with its number, or noted in <see cref="Broken"/>: a call before cuInit, a thread without the context, another
/// block than 256 threads, an unknown kernel, memory that is not there. One at a time: functions by address have no object.
/// </remarks>
internal static unsafe class StandInLibrary
{
    private const nint Context = 0xC0;
    private const nint Stream = 0x57;
    private const nint Module = 0x30;
    private const int NotInitialized = 3;
    private const int InvalidContext = 201;
    private const int NotFound = 500;
    private const int Unknown = 999;

    private static readonly Dictionary<string, nint> Functions = new()
    {
        ["cuInit"] = (nint)(delegate* unmanaged<uint, int>)&Init,
        ["cuDriverGetVersion"] = (nint)(delegate* unmanaged<int*, int>)&Version,
        ["cuDeviceGetCount"] = (nint)(delegate* unmanaged<int*, int>)&Count,
        ["cuDeviceGet"] = (nint)(delegate* unmanaged<int*, int, int>)&Device,
        ["cuDeviceGetName"] = (nint)(delegate* unmanaged<byte*, int, int, int>)&NameOf,
        ["cuDeviceGetAttribute"] = (nint)(delegate* unmanaged<int*, int, int, int>)&Attribute,
        ["cuDevicePrimaryCtxRetain"] = (nint)(delegate* unmanaged<nint*, int, int>)&Retain,
        ["cuCtxSetCurrent"] = (nint)(delegate* unmanaged<nint, int>)&SetCurrent,
        ["cuModuleLoadDataEx"] = (nint)(delegate* unmanaged<nint*, byte*, uint, int*, void**, int>)&Load,
        ["cuModuleGetFunction"] = (nint)(delegate* unmanaged<nint*, nint, byte*, int>)&Function,
        ["cuStreamCreate"] = (nint)(delegate* unmanaged<nint*, uint, int>)&CreateStream,
        ["cuStreamSynchronize"] = (nint)(delegate* unmanaged<nint, int>)&Synchronize,
        ["cuMemAlloc_v2"] = (nint)(delegate* unmanaged<nint*, nuint, int>)&Allocate,
        ["cuMemHostAlloc"] = (nint)(delegate* unmanaged<void**, nuint, uint, int>)&HostAllocate,
        ["cuMemFree_v2"] = (nint)(delegate* unmanaged<nint, int>)&Free,
        ["cuMemcpyDtoHAsync_v2"] = (nint)(delegate* unmanaged<void*, nint, nuint, nint, int>)&ToHost,
        ["cuMemcpyHtoDAsync_v2"] = (nint)(delegate* unmanaged<nint, void*, nuint, nint, int>)&ToDevice,
        ["cuMemcpyDtoDAsync_v2"] = (nint)(delegate* unmanaged<nint, nint, nuint, nint, int>)&Within,
        ["cuLaunchKernel"] = (nint)
            (delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, int>)&Launch,
        ["cuGetErrorName"] = (nint)(delegate* unmanaged<int, byte**, int>)&ErrorName,
    };

    private static readonly nint LaunchFailed = Marshal.StringToCoTaskMemUTF8("CUDA_ERROR_LAUNCH_FAILED");
    private static readonly List<string> Kernels = [];
    private static PtxDriver _gpu = new(PtxDriver.Shipped);
    private static bool _started;

    [ThreadStatic]
    private static nint _context;

    /// <summary>What a function answers instead of doing its work.</summary>
    public static Dictionary<string, int> Failing { get; } = [];

    /// <summary>Rules of the driver that were broken.</summary>
    public static ConcurrentQueue<string> Broken { get; } = [];

    public static int Capability { get; set; }

    public static int DriverVersion { get; set; }

    /// <summary>How many GPUs there are.</summary>
    public static int Gpus { get; set; }

    /// <summary>The library as new, without those functions.</summary>
    /// <param name="room">Bytes of its GPU.</param>
    public static CudaLibrary Fresh(long room = long.MaxValue, params string[] lacking)
    {
        _gpu = new PtxDriver(PtxDriver.Shipped) { Room = room };
        (_started, Capability, DriverVersion, Gpus) = (false, 90, 13000, 1);
        Kernels.Clear();
        Failing.Clear();
        Broken.Clear();
        return new CudaLibrary(name => lacking.Contains(name) ? 0 : Functions.GetValueOrDefault(name));
    }

    private static int Do(Action work, bool needsContext = true, [CallerMemberName] string function = "")
    {
        if (Failing.TryGetValue(function, out int number))
        {
            return number;
        }

        if (!_started && function != nameof(Init))
        {
            Broken.Enqueue($"{function} before cuInit");
            return NotInitialized;
        }

        if (needsContext && _context != Context)
        {
            Broken.Enqueue($"{function} on a thread without the context");
            return InvalidContext;
        }

        try
        {
            work();
            return 0;
        }
        catch (Exception error) // no exception may leave a function that unmanaged code calls
        {
            Broken.Enqueue($"{function}: {error.Message}");
            return Unknown;
        }
    }

    [UnmanagedCallersOnly]
    private static int Init(uint flags) => Do(() => _started = true, needsContext: false, nameof(Init));

    [UnmanagedCallersOnly]
    private static int Version(int* version) => Do(() => *version = DriverVersion, false, nameof(Version));

    [UnmanagedCallersOnly]
    private static int Count(int* count) => Do(() => *count = Gpus, false, nameof(Count));

    [UnmanagedCallersOnly]
    private static int Device(int* device, int index) => Do(() => *device = index, false, nameof(Device));

    [UnmanagedCallersOnly]
    private static int NameOf(byte* name, int length, int device) =>
        Do(() => "Stand-in 9000\0"u8.CopyTo(new Span<byte>(name, length)), false, nameof(NameOf));

    [UnmanagedCallersOnly]
    private static int Attribute(int* value, int attribute, int device) =>
        Do(
            () =>
                *value = attribute switch
                {
                    16 => 2, // multiprocessors
                    75 => Capability / 10,
                    76 => Capability % 10,
                    _ => throw new ArgumentOutOfRangeException(nameof(attribute)),
                },
            false,
            nameof(Attribute)
        );

    [UnmanagedCallersOnly]
    private static int Retain(nint* context, int device) => Do(() => *context = Context, false, nameof(Retain));

    [UnmanagedCallersOnly]
    private static int SetCurrent(nint context) => Do(() => _context = context, false, nameof(SetCurrent));

    [UnmanagedCallersOnly]
    private static int Load(nint* module, byte* image, uint options, int* names, void** values) =>
        Do(
            () =>
            {
                bool same = Marshal.PtrToStringUTF8((nint)image) == CudaDevices.ReadPtx();
                *module = same ? Module : throw new ArgumentException("this is not the PTX that is shipped");
            },
            true,
            nameof(Load)
        );

    [UnmanagedCallersOnly]
    private static int Function(nint* function, nint module, byte* name)
    {
        string kernel = Marshal.PtrToStringUTF8((nint)name)!;
        if (module != Module || !PtxDriver.Shipped.Names.Contains(kernel))
        {
            return NotFound;
        }

        return Do(
            () =>
            {
                Kernels.Add(kernel);
                *function = Kernels.Count;
            },
            true,
            nameof(Function)
        );
    }

    [UnmanagedCallersOnly]
    private static int CreateStream(nint* stream, uint flags) => Do(() => *stream = Stream, true, nameof(CreateStream));

    [UnmanagedCallersOnly]
    private static int Synchronize(nint stream) => Do(() => Check(stream), true, nameof(Synchronize));

    [UnmanagedCallersOnly]
    private static int Allocate(nint* memory, nuint bytes)
    {
        int result = Do(() => *memory = _gpu.Allocate((long)bytes), true, nameof(Allocate));
        return result == 0 && *memory == 0 ? CudaErrors.OutOfMemory : result;
    }

    [UnmanagedCallersOnly]
    private static int HostAllocate(void** memory, nuint bytes, uint flags) =>
        Do(
            () =>
            {
                if (flags != 3)
                {
                    throw new ArgumentException("this memory is not mapped");
                }

                *memory = (void*)_gpu.AllocateShared((long)bytes);
            },
            true,
            nameof(HostAllocate)
        );

    [UnmanagedCallersOnly]
    private static int Free(nint memory) => Do(() => _gpu.Free(memory), true, nameof(Free));

    [UnmanagedCallersOnly]
    private static int ToHost(void* target, nint source, nuint bytes, nint stream) =>
        Do(
            () =>
            {
                Check(stream);
                _gpu.Download(source, target, (long)bytes);
            },
            true,
            nameof(ToHost)
        );

    [UnmanagedCallersOnly]
    private static int ToDevice(nint target, void* source, nuint bytes, nint stream) =>
        Do(
            () =>
            {
                Check(stream);
                _gpu.Upload(source, target, (long)bytes);
            },
            true,
            nameof(ToDevice)
        );

    [UnmanagedCallersOnly]
    private static int Within(nint target, nint source, nuint bytes, nint stream) =>
        Do(
            () =>
            {
                Check(stream);
                _gpu.Copy(source, target, (long)bytes);
            },
            true,
            nameof(Within)
        );

    [UnmanagedCallersOnly]
    private static int Launch(
        nint function,
        uint gridX,
        uint gridY,
        uint gridZ,
        uint blockX,
        uint blockY,
        uint blockZ,
        uint shared,
        nint stream,
        void** arguments,
        void** extra
    ) =>
        Do(
            () =>
            {
                Check(stream);
                bool allowed =
                    (blockX, blockY, blockZ, shared) == (256, 1, 1, 0)
                    && gridX is > 0 and <= int.MaxValue
                    && gridY is > 0 and <= ushort.MaxValue
                    && gridZ is > 0 and <= ushort.MaxValue;
                if (!allowed || extra != null)
                {
                    throw new ArgumentException($"a grid of {gridX}, {gridY}, {gridZ} of blocks of {blockX}, {blockY}, {blockZ}");
                }

                _gpu.Launch(Kernels[(int)function - 1], (int)gridX, (int)gridY, (int)gridZ, arguments);
            },
            true,
            nameof(Launch)
        );

    [UnmanagedCallersOnly]
    private static int ErrorName(int number, byte** name)
    {
        *name = number == 719 ? (byte*)LaunchFailed : null;
        return number == 719 ? 0 : 1;
    }

    private static void Check(nint stream)
    {
        if (stream != Stream)
        {
            throw new ArgumentException("this is not the queue");
        }
    }
}
