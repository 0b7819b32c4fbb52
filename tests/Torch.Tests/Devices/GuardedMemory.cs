using System.Runtime.InteropServices;

namespace Research.Torch.Tests.Devices;

/// <summary>A stand-in GPU's memory: as on a real one, the host cannot reach it but through the driver, and a program that tries is ended.</summary>
/// <remarks>Closed between the driver's calls by the pages' protection; on systems without that it is open. Never given out twice.</remarks>
internal sealed unsafe partial class GuardedMemory
{
    private const int Alignment = 256;
    private const long RegionBytes = 1L << 26;
    private const int None = 0;
    private const int ReadAndWrite = 3;
    private const int PrivateAndNew = 0x22; // MAP_PRIVATE | MAP_ANONYMOUS

    private readonly List<(nint Start, long Bytes)> _regions = [];
    private readonly Lock _lock = new();
    private nint _next;
    private long _left;
    private int _openings;

    ~GuardedMemory()
    {
        foreach ((nint start, long bytes) in _regions)
        {
            if (IsProtected)
            {
                _ = Unmap(start, (nuint)bytes);
            }
            else
            {
                NativeMemory.AlignedFree((void*)start);
            }
        }
    }

    private static bool IsProtected => OperatingSystem.IsLinux();

    public nint Allocate(long bytes)
    {
        lock (_lock)
        {
            long size = (bytes + Alignment - 1) / Alignment * Alignment;
            if (size > _left)
            {
                _left = Math.Max(RegionBytes, size);
                _next = NewRegion(_left);
            }

            nint memory = _next;
            (_next, _left) = (_next + (nint)size, _left - size);
            return memory;
        }
    }

    /// <summary>Lets the driver, and the kernels that it runs, at the memory.</summary>
    public void Open(Action work)
    {
        Turn(1);
        try
        {
            work();
        }
        finally
        {
            Turn(-1);
        }
    }

    private void Turn(int by)
    {
        lock (_lock)
        {
            bool wasOpen = _openings > 0;
            _openings += by;
            if (IsProtected && wasOpen != _openings > 0)
            {
                _regions.ForEach(region => Protect(region.Start, region.Bytes));
            }
        }
    }

    private nint NewRegion(long bytes)
    {
        nint start = IsProtected
            ? Map(0, (nuint)bytes, None, PrivateAndNew, -1, 0)
            : (nint)NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
        if (start is -1 or 0)
        {
            throw new InvalidOperationException($"The system gives no {bytes} bytes.");
        }

        _regions.Add((start, bytes));
        if (IsProtected)
        {
            Protect(start, bytes);
        }

        return start;
    }

    private void Protect(nint start, long bytes)
    {
        if (Protect(start, (nuint)bytes, _openings > 0 ? ReadAndWrite : None) != 0)
        {
            throw new InvalidOperationException("The system does not protect memory.");
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint address, nuint length, int protection);
}
