using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using Research.Numerics;

namespace Research.Torch.Memory;

/// <summary>Native memory for tensors, kept by size and given out again, so that a training step asks the system for nothing.</summary>
/// <remarks>Sizes are rounded up to eight steps an octave: at most an eighth is wasted. 64-byte alignment. Contents are not cleared.</remarks>
internal static unsafe class Pool
{
    private const int StepsBits = 3;
    private const long Smallest = 256;
    private const long CollectFrom = 1L << 28; // bytes; below, waiting for the garbage collector costs more than it saves

    [ShowsInNoResult]
    private static readonly ConcurrentDictionary<long, ConcurrentBag<nint>> Free = new();

    [ShowsInNoResult]
    private static long _taken;

    [ShowsInNoResult]
    private static long _peak;

    [ShowsInNoResult]
    private static long _collectAt = CollectFrom;

    /// <summary>Bytes in use by tensors now.</summary>
    public static long BytesInUse => Interlocked.Read(ref _taken);

    /// <summary>Most bytes that tensors have used at once.</summary>
    public static long PeakBytes => Interlocked.Read(ref _peak);

    /// <summary>The size of block that a request gets.</summary>
    public static long Rounded(long bytes)
    {
        if (bytes <= Smallest)
        {
            return Smallest;
        }

        int shift = BitOperations.Log2((ulong)(bytes - 1)) - StepsBits;
        return (((bytes - 1) >> shift) + 1) << shift;
    }

    public static byte* Take(long rounded)
    {
        long taken = Interlocked.Add(ref _taken, rounded);
        if (taken > Interlocked.Read(ref _peak))
        {
            Interlocked.Exchange(ref _peak, taken);
        }

        return TryReuse(rounded, out nint block) ? (byte*)block : New(rounded, taken);
    }

    public static void Return(byte* data, long rounded)
    {
        Interlocked.Add(ref _taken, -rounded);
        Free.GetOrAdd(rounded, static _ => []).Add((nint)data);
    }

    private static bool TryReuse(long rounded, out nint block)
    {
        block = 0;
        return Free.TryGetValue(rounded, out ConcurrentBag<nint>? bag) && bag.TryTake(out block);
    }

    // Tensors that nobody disposed of are found by the garbage collector only, which does not see their native memory.
    private static byte* New(long rounded, long taken)
    {
        if (taken > Interlocked.Read(ref _collectAt))
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Interlocked.Exchange(ref _collectAt, Math.Max(CollectFrom, 2 * BytesInUse));
            if (TryReuse(rounded, out nint block))
            {
                return (byte*)block;
            }
        }

        return (byte*)NativeMemory.AlignedAlloc((nuint)rounded, 64);
    }
}
