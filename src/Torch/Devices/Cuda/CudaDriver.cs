using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;

namespace Research.Torch.Devices.Cuda;

/// <summary>One GPU through NVIDIA's driver. The driver compiles the PTX for its card when it first sees it, and keeps the result in its cache.</summary>
internal sealed unsafe class CudaDriver : ICudaDriver
{
    private const uint Threads = 256;
    private const uint NonBlocking = 1;
    private const uint PortableAndMapped = 3; // CU_MEMHOSTALLOC_PORTABLE, _DEVICEMAP
    private const int MultiprocessorCount = 16; // CUdevice_attribute
    private const int CapabilityMajor = 75;
    private const int CapabilityMinor = 76;
    private const int LeastCapability = 75; // 7.5: what the PTX is compiled for

    private readonly CudaLibrary _library;
    private readonly CudaErrors _errors;
    private readonly nint _context;
    private readonly nint _module;
    private readonly nint _stream;
    private readonly ConcurrentDictionary<string, nint> _functions = new();

    /// <summary>Opens a GPU and loads the kernels.</summary>
    /// <exception cref="CudaException">The card or its driver cannot run them.</exception>
    public CudaDriver(CudaLibrary library, int index, string ptx)
    {
        (_library, _errors) = (library, new CudaErrors(library));
        (int device, nint context, nint stream, nint module, int version) = (0, 0, 0, 0, 0);
        _errors.Check(library.Init(0), "starting the driver");
        _errors.Check(library.DriverGetVersion(&version), "asking for the driver's version");
        _errors.Check(library.DeviceGet(&device, index), FormattableString.Invariant($"opening GPU {index}"));
        int capability = (10 * Attribute(device, CapabilityMajor)) + Attribute(device, CapabilityMinor);
        Multiprocessors = Attribute(device, MultiprocessorCount);
        string card = CardOf(device);
        if (capability < LeastCapability)
        {
            throw new CudaException(
                FormattableString.Invariant(
                    $"{card} has compute capability {capability / 10}.{capability % 10}; 7.5 (Turing, 2018) or later is needed. Use the device cpu: the results are the same."
                )
            );
        }

        Description = FormattableString.Invariant(
            $"{card}, compute capability {capability / 10}.{capability % 10}, driver for CUDA {version / 1000}.{version % 1000 / 10}"
        );
        _errors.Check(library.PrimaryContextRetain(&context, device), "opening the GPU");
        _context = context;
        Enter();
        _errors.Check(library.StreamCreate(&stream, NonBlocking), "opening the GPU");
        fixed (byte* image = Terminated(ptx))
        {
            _errors.Check(library.ModuleLoad(&module, image, 0, null, null), "loading the kernels");
        }

        (_stream, _module) = (stream, module);
    }

    public string Description { get; }

    public int Multiprocessors { get; }

    /// <summary>How many GPUs a driver has.</summary>
    public static int Count(CudaLibrary library)
    {
        int count = 0;
        return library.Init(0) == 0 && library.DeviceGetCount(&count) == 0 ? count : 0;
    }

    public nint Allocate(long bytes)
    {
        nint memory;
        Enter();
        int result = _library.MemoryAllocate(&memory, (nuint)bytes);
        if (result == CudaErrors.OutOfMemory)
        {
            return 0;
        }

        _errors.Check(result, "asking for memory");
        return memory;
    }

    public nint AllocateShared(long bytes)
    {
        void* memory;
        Enter();
        int result = _library.HostAllocate(&memory, (nuint)bytes, PortableAndMapped);
        if (result == CudaErrors.OutOfMemory)
        {
            return 0;
        }

        _errors.Check(result, "asking for memory of the host");
        return (nint)memory;
    }

    public void Free(nint memory)
    {
        Enter();
        _errors.Check(_library.MemoryFree(memory), "giving memory back");
    }

    public void Download(nint source, void* target, long bytes)
    {
        Enter();
        _errors.Check(_library.CopyToHost(target, source, (nuint)bytes, _stream), "copying from the GPU");
        _errors.Check(_library.StreamSynchronize(_stream), "computing");
    }

    public void Upload(void* source, nint target, long bytes)
    {
        Enter();
        _errors.Check(_library.CopyToDevice(target, source, (nuint)bytes, _stream), "copying to the GPU");
        _errors.Check(_library.StreamSynchronize(_stream), "copying to the GPU"); // the source is the caller's again
    }

    public void Copy(nint source, nint target, long bytes)
    {
        Enter();
        _errors.Check(_library.CopyWithin(target, source, (nuint)bytes, _stream), "copying on the GPU");
    }

    public void Launch(string kernel, int gridX, int gridY, int gridZ, void** arguments)
    {
        Enter();
        nint function = _functions.GetOrAdd(kernel, Find);
        int result = _library.LaunchKernel(
            function,
            (uint)gridX,
            (uint)gridY,
            (uint)gridZ,
            Threads,
            1,
            1,
            0,
            _stream,
            arguments,
            null
        );
        _errors.Check(result, $"starting {kernel}");
    }

    // Threads of the pool come without a context.
    private void Enter() => _errors.Check(_library.ContextSetCurrent(_context), "using the GPU");

    private nint Find(string kernel)
    {
        nint function;
        fixed (byte* name = Terminated(kernel))
        {
            _errors.Check(_library.ModuleGetFunction(&function, _module, name), $"looking for the kernel {kernel}");
        }

        return function;
    }

    private int Attribute(int device, int attribute)
    {
        int value = 0;
        _errors.Check(_library.DeviceGetAttribute(&value, attribute, device), "asking what the GPU is");
        return value;
    }

    private string CardOf(int device)
    {
        byte* name = stackalloc byte[256];
        _errors.Check(_library.DeviceGetName(name, 256, device), "asking what the GPU is");
        return Marshal.PtrToStringUTF8((nint)name) ?? "The GPU";
    }

    private static byte[] Terminated(string text) => Encoding.UTF8.GetBytes(text + '\0');
}
