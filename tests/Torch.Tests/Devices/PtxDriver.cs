using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Research.Torch.Devices.Cuda;
using Research.Torch.Tests.Devices.Ptx;

namespace Research.Torch.Tests.Devices;

/// <summary>A GPU for tests: its memory is closed to the host, its kernels run on the machine that reads PTX.</summary>
/// <remarks>Behind each piece of memory stand bytes that no kernel may touch; they are looked at when the piece goes back, and at the end.</remarks>
internal sealed unsafe class PtxDriver(PtxModule module, bool lastThreadFirst = false) : ICudaDriver
{
    private const int GuardBytes = 256;
    private const byte Guard = 0xA5;

    /// <summary>The kernels that are shipped; compiled once for all tests.</summary>
    public static PtxModule Shipped { get; } = new(CudaDevices.ReadPtx());

    private readonly PtxMachine _machine = new(module, lastThreadFirst);
    private readonly GuardedMemory _memory = new();
    private readonly ConcurrentDictionary<nint, long> _pieces = new();

    /// <summary>Bytes after which there is no more memory.</summary>
    public long Room { get; init; } = long.MaxValue;

    /// <summary>Kernels after which the GPU is lost.</summary>
    public int LostAfter { get; init; } = int.MaxValue;

    public string Description => "a machine that reads PTX";

    public int Multiprocessors { get; init; } = 2;

    /// <summary>Kernels in the order in which they were launched.</summary>
    public ConcurrentQueue<string> Launched { get; } = [];

    /// <summary>How often values were copied to the host.</summary>
    public int Downloads { get; private set; }

    public nint Allocate(long bytes)
    {
        if (Room < long.MaxValue && _pieces.Values.Sum() + bytes > Room)
        {
            return 0;
        }

        nint memory = _memory.Allocate(bytes + GuardBytes);
        _memory.Open(() => new Span<byte>((void*)memory, checked((int)bytes + GuardBytes)).Fill(Guard));
        _pieces[memory] = bytes;
        return memory;
    }

    public nint AllocateShared(long bytes) => (nint)NativeMemory.AlignedAlloc((nuint)bytes, 256); // as long as the process

    public void Free(nint memory)
    {
        _memory.Open(() => Check(memory, _pieces[memory]));
        _pieces.TryRemove(memory, out _);
    }

    /// <summary>Fails where a kernel wrote behind its memory.</summary>
    public void CheckGuards() =>
        _memory.Open(() =>
        {
            foreach ((nint memory, long bytes) in _pieces)
            {
                Check(memory, bytes);
            }
        });

    public void Download(nint source, void* target, long bytes)
    {
        Downloads++;
        Copy(source, (nint)target, bytes);
    }

    public void Upload(void* source, nint target, long bytes) => Copy((nint)source, target, bytes);

    public void Copy(nint source, nint target, long bytes) =>
        _memory.Open(() => Buffer.MemoryCopy((void*)source, (void*)target, bytes, bytes));

    public void Launch(string kernel, int gridX, int gridY, int gridZ, void** arguments)
    {
        if (Launched.Count >= LostAfter)
        {
            throw new CudaException("The GPU was lost.");
        }

        Launched.Enqueue(kernel);
        _memory.Open(() => _machine.Launch(kernel, gridX, gridY, gridZ, 256, arguments));
    }

    private static void Check(nint memory, long bytes)
    {
        var guard = new ReadOnlySpan<byte>((byte*)memory + bytes, GuardBytes);
        Assert.True(guard.IndexOfAnyExcept(Guard) < 0, $"a kernel wrote behind {bytes} bytes");
    }
}
