using System.Collections.Concurrent;
using Research.Torch.Memory;

namespace Research.Torch.Devices.Cuda;

/// <summary>A GPU's memory, kept by size and given out again: asking the driver for some makes it wait for the GPU.</summary>
/// <remarks>One queue runs all kernels, so memory that comes back may be given out at once: what uses it next runs later.</remarks>
internal sealed class CudaMemory(ICudaDriver driver)
{
    private readonly ConcurrentDictionary<long, ConcurrentBag<nint>> _idle = new();
    private long _taken;

    public long BytesInUse => Interlocked.Read(ref _taken);

    /// <exception cref="CudaException">There is not so much, not even when idle memory has gone back.</exception>
    public nint Take(long bytes, out long size)
    {
        size = Pool.Rounded(bytes);
        nint memory = Idle(size);
        memory = memory != 0 ? memory : driver.Allocate(size);
        if (memory == 0)
        {
            FreeIdle();
            memory = driver.Allocate(size);
        }

        if (memory == 0)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            FreeIdle();
            memory = driver.Allocate(size);
        }

        Interlocked.Add(ref _taken, size);
        return memory != 0 ? memory : throw Full(size);
    }

    public void Return(nint memory, long size)
    {
        Interlocked.Add(ref _taken, -size);
        _idle.GetOrAdd(size, static _ => []).Add(memory);
    }

    private nint Idle(long size) =>
        _idle.TryGetValue(size, out ConcurrentBag<nint>? bag) && bag.TryTake(out nint memory) ? memory : 0;

    private void FreeIdle()
    {
        foreach (ConcurrentBag<nint> bag in _idle.Values)
        {
            while (bag.TryTake(out nint memory))
            {
                driver.Free(memory);
            }
        }
    }

    private CudaException Full(long size)
    {
        Interlocked.Add(ref _taken, -size);
        return new(
            FormattableString.Invariant(
                $"The GPU is out of memory: {size / 1e6:F1} MB more were needed beside {BytesInUse / 1e6:F1} MB in use. End other programs that use it, or go on from the last checkpoint on the device cpu: the results are the same."
            )
        );
    }
}
