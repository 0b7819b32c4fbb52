using System.Numerics;
using System.Runtime.InteropServices;
using Research.Numerics;

namespace Research.Torch.Memory;

/// <summary>Native memory for tensors, kept by size and given out again, so that a training step asks the system for little.</summary>
/// <remarks>
/// Sizes are rounded up to eight steps an octave: at most an eighth is wasted. 64-byte alignment. Contents are not cleared. A large block that is
/// idle serves smaller requests too; and before the system is asked for more, as much idle memory goes back to it, so that the process
/// holds little more than its tensors needed at once.
/// </remarks>
internal static unsafe class Pool
{
    private const int StepsBits = 3;
    private const long Smallest = 256;
    private const long CollectFrom = 1L << 28; // bytes; below, waiting for the garbage collector costs more than it saves

    [ShowsInNoResult]
    private static readonly IdleBlocks Idle = new();

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

    /// <summary>Bytes that wait to be given out again.</summary>
    public static long BytesIdle => Idle.Bytes;

    /// <summary>The size of block that a request gets if it gets a new one.</summary>
    public static long Rounded(long bytes)
    {
        if (bytes <= Smallest)
        {
            return Smallest;
        }

        int shift = BitOperations.Log2((ulong)(bytes - 1)) - StepsBits;
        return (((bytes - 1) >> shift) + 1) << shift;
    }

    /// <param name="size">The block's size, which goes back with it.</param>
    public static byte* Take(long bytes, out long size)
    {
        size = Rounded(bytes);
        byte* block = Idle.Take(ref size);
        long taken = Interlocked.Add(ref _taken, size);
        if (taken > Interlocked.Read(ref _peak))
        {
            Interlocked.Exchange(ref _peak, taken);
        }

        return block == null ? New(size, taken) : block;
    }

    public static void Return(byte* data, long size)
    {
        Interlocked.Add(ref _taken, -size);
        Idle.Add(data, size);
    }

    // Tensors that nobody disposed of are found by the garbage collector only, which does not see their native memory.
    private static byte* New(long size, long taken)
    {
        if (taken > Interlocked.Read(ref _collectAt))
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Interlocked.Exchange(ref _collectAt, Math.Max(CollectFrom, 2 * BytesInUse));
            byte* found = Idle.TakeExact(size);
            if (found != null)
            {
                return found;
            }
        }

        Idle.Free(size);
        return (byte*)NativeMemory.AlignedAlloc((nuint)size, 64);
    }
}
