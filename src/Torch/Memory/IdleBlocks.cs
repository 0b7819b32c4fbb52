using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Research.Torch.Memory;

/// <summary>Blocks that nobody uses, by size.</summary>
internal sealed unsafe class IdleBlocks
{
    private const long Large = 1L << 20; // bytes; below, a search costs more than the memory is worth
    private const int MostWaste = 4; // a block serves requests down to this part of its size

    private readonly ConcurrentDictionary<long, ConcurrentBag<nint>> _bySize = new();
    private long _bytes;

    public long Bytes => Interlocked.Read(ref _bytes);

    public void Add(byte* data, long size)
    {
        _bySize.GetOrAdd(size, static _ => []).Add((nint)data);
        Interlocked.Add(ref _bytes, size);
    }

    /// <summary>A block of this size, or of a larger one where the request is large; null where there is none.</summary>
    /// <param name="size">In: what is needed. Out: what the block has.</param>
    public byte* Take(ref long size)
    {
        byte* block = TakeExact(size);
        if (block != null || size < Large)
        {
            return block;
        }

        foreach (long larger in Sizes(size + 1, size * MostWaste))
        {
            block = TakeExact(larger);
            if (block != null)
            {
                size = larger;
                return block;
            }
        }

        return null;
    }

    public byte* TakeExact(long size)
    {
        if (_bySize.TryGetValue(size, out ConcurrentBag<nint>? bag) && bag.TryTake(out nint block))
        {
            Interlocked.Add(ref _bytes, -size);
            return (byte*)block;
        }

        return null;
    }

    /// <summary>Gives so many bytes back to the system, the largest blocks first, if there are so many in large ones.</summary>
    public void Free(long bytes)
    {
        if (bytes < Large || Bytes < bytes)
        {
            return;
        }

        foreach (long size in Sizes(Large, long.MaxValue).Reverse())
        {
            byte* block;
            while (bytes > 0 && (block = TakeExact(size)) != null)
            {
                NativeMemory.AlignedFree(block);
                bytes -= size;
            }
        }
    }

    private IEnumerable<long> Sizes(long least, long most) => _bySize.Keys.Where(size => size >= least && size <= most).Order();
}
