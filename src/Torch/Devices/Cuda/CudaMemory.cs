using System.Collections.Concurrent;
using Research.Torch.Memory;

namespace Research.Torch.Devices.Cuda;

/// <summary>A GPU's memory, kept by size and given out again: asking the driver for some makes it wait for the GPU.</summary>
/// <remarks>
/// One queue runs all kernels, so memory that comes back may be given out at once: what uses it next runs later. It comes back on any thread, the
/// finaliser's too, which must not call the driver (it has no context, and would wait for the GPU): it is laid on a stack, and who next needs memory
/// takes it from there, or gives it back to the driver. A number of eight bytes lies where the host reaches it too, at the same address: an optimiser
/// counts its steps there without asking the GPU.
/// </remarks>
internal sealed class CudaMemory(ICudaDriver driver)
{
    private const long Number = sizeof(long);
    private const int Slot = 256; // bytes from one shared number to the next
    private const int Slots = 256;

    private readonly ConcurrentDictionary<long, ConcurrentStack<nint>> _idle = new();
    private readonly ConcurrentStack<nint> _numbers = new();
    private long _taken;
    private long _held;
    private long _peak;

    public long BytesInUse => Interlocked.Read(ref _taken);

    /// <summary>Most bytes that were held at once, idle ones too, since idle memory last went back.</summary>
    public long PeakBytes => Interlocked.Read(ref _peak);

    /// <exception cref="CudaException">There is not so much, not even when idle memory has gone back.</exception>
    public nint Take(long bytes, out long size)
    {
        if (bytes == Number)
        {
            size = Number;
            return TakeNumber();
        }

        size = Pool.Rounded(bytes);
        nint memory = Idle(size);
        memory = memory != 0 ? memory : Allocate(size);
        if (memory == 0)
        {
            FreeIdle();
            memory = Allocate(size);
        }

        if (memory == 0)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            FreeIdle();
            memory = Allocate(size);
        }

        Interlocked.Add(ref _taken, size);
        return memory != 0 ? memory : throw Full(size);
    }

    public void Return(nint memory, long size)
    {
        Interlocked.Add(ref _taken, -size);
        (size == Number ? _numbers : _idle.GetOrAdd(size, static _ => new())).Push(memory);
    }

    private nint TakeNumber()
    {
        nint memory;
        while (!_numbers.TryPop(out memory))
        {
            nint slots = driver.AllocateShared(Slot * Slots);
            if (slots == 0)
            {
                throw new CudaException(
                    "The host has no memory left that the GPU could reach. End other programs, or go on from the last checkpoint on the device cpu: the results are the same."
                );
            }

            for (int i = 0; i < Slots; i++)
            {
                _numbers.Push(slots + (i * Slot));
            }
        }

        Interlocked.Add(ref _taken, Number);
        return memory;
    }

    private nint Idle(long size) =>
        _idle.TryGetValue(size, out ConcurrentStack<nint>? stack) && stack.TryPop(out nint memory) ? memory : 0;

    /// <summary>Gives all idle memory back to the driver.</summary>
    public void FreeIdle()
    {
        foreach ((long size, ConcurrentStack<nint> stack) in _idle)
        {
            while (stack.TryPop(out nint memory))
            {
                driver.Free(memory);
                Interlocked.Add(ref _held, -size);
            }
        }

        Interlocked.Exchange(ref _peak, Interlocked.Read(ref _held));
    }

    private nint Allocate(long size)
    {
        nint memory = driver.Allocate(size);
        if (memory != 0)
        {
            long held = Interlocked.Add(ref _held, size);
            if (held > Interlocked.Read(ref _peak))
            {
                Interlocked.Exchange(ref _peak, held);
            }
        }

        return memory;
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
