using System.Collections.Concurrent;
using Research.Torch.Memory;

namespace Research.Torch.Devices.Cuda;

/// <summary>A GPU's memory, kept by size and given out again: asking the driver for some makes it wait for the GPU.</summary>
/// <remarks>
/// One queue runs all kernels, so memory that comes back may be given out at once: what uses it next runs later. It comes back on any thread, the
/// finaliser's too, which must not call the driver (it has no context, and would wait for the GPU): it is laid on a stack, and who next needs memory
/// takes it from there, or gives it back to the driver.
/// </remarks>
internal sealed class CudaMemory(ICudaDriver driver)
{
    private readonly ConcurrentDictionary<long, ConcurrentStack<nint>> _idle = new();
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
        _idle.GetOrAdd(size, static _ => new()).Push(memory);
    }

    private nint Idle(long size) =>
        _idle.TryGetValue(size, out ConcurrentStack<nint>? stack) && stack.TryPop(out nint memory) ? memory : 0;

    private void FreeIdle()
    {
        foreach (ConcurrentStack<nint> stack in _idle.Values)
        {
            while (stack.TryPop(out nint memory))
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
