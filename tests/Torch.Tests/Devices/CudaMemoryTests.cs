using System.Runtime.CompilerServices;
using Research.Torch.Devices;
using Research.Torch.Devices.Cuda;
using Research.Torch.Memory;

namespace Research.Torch.Tests.Devices;

/// <summary>Who gives a GPU's memory back, and when.</summary>
[Collection(Alone.Name)]
public unsafe class CudaMemoryTests
{
    private const long Size = 4096;

    [Fact]
    public void Memory_that_comes_back_is_given_out_again_before_the_driver_is_asked()
    {
        var driver = new CountingDriver();
        var memory = new CudaMemory(driver);
        nint first = memory.Take(Size, out long size);
        memory.Return(first, size);
        Assert.Equal(first, memory.Take(Size, out _));
        Assert.Equal((1, 0, size), (driver.Allocations, driver.Freed.Count, memory.BytesInUse));
    }

    [Fact]
    public void Memory_of_another_size_goes_back_to_the_driver_where_there_is_no_more()
    {
        var driver = new CountingDriver { Room = 3 * Size };
        var memory = new CudaMemory(driver);
        nint idle = memory.Take(2 * Size, out long size);
        memory.Return(idle, size);
        memory.Take(3 * Size, out _);
        Assert.Equal([idle], driver.Freed.Select(freed => freed.Memory));
    }

    [Fact]
    public void Memory_that_is_in_use_never_goes_back()
    {
        var driver = new CountingDriver { Room = 3 * Size };
        var memory = new CudaMemory(driver);
        memory.Take(2 * Size, out _);
        string message = Assert.Throws<CudaException>(() => memory.Take(2 * Size, out _)).Message;
        Assert.StartsWith(
            "The GPU is out of memory: 0.0 MB more were needed beside 0.0 MB in use.",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains("device cpu", message, StringComparison.Ordinal);
        Assert.Empty(driver.Freed);
        Assert.Equal(2 * Size, memory.BytesInUse);
    }

    [Fact]
    public void The_peak_is_what_was_held_at_once_since_idle_memory_went_back()
    {
        var memory = new CudaMemory(new CountingDriver());
        nint first = memory.Take(3 * Size, out long size);
        memory.Return(first, size);
        memory.Take(Size, out _);
        Assert.Equal(4 * Size, memory.PeakBytes);
        memory.FreeIdle();
        Assert.Equal(Size, memory.PeakBytes);
    }

    [Fact]
    public void Numbers_of_eight_bytes_are_parts_of_one_piece_that_the_host_shares()
    {
        var driver = new CountingDriver();
        var memory = new CudaMemory(driver);
        nint[] numbers = [.. Enumerable.Range(0, 256).Select(i => memory.Take(8, out _))];
        Assert.Equal(256, numbers.Distinct().Count());
        Assert.Equal((1, 256 * 8L), (driver.Allocations, memory.BytesInUse));
        memory.Return(numbers[7], 8);
        memory.FreeIdle();
        Assert.Equal(numbers[7], memory.Take(8, out _));
        memory.Take(8, out _);
        Assert.Equal((2, 0), (driver.Allocations, driver.Freed.Count));
    }

    // The finaliser's thread has no context of the GPU, and what it frees may still be read by kernels that wait.
    [Fact]
    public void A_finaliser_never_calls_the_driver_but_what_it_found_serves_the_next_who_asks()
    {
        var driver = new CountingDriver();
        var place = new CudaPlace(driver, 0);
        nint lost = Lose(place);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal((1, 0), (driver.Allocations, driver.Freed.Count));
        Assert.Equal(lost, (nint)place.Take(Size, out _));
        Assert.Equal(1, driver.Allocations);
    }

    [Fact]
    public void What_finalisers_found_is_freed_by_the_thread_that_needs_room()
    {
        var driver = new CountingDriver { Room = 2 * Size };
        var place = new CudaPlace(driver, 0);
        Lose(place);
        place.Take(2 * Size, out _); // collects, as nothing else is idle
        (nint _, int thread) = Assert.Single(driver.Freed);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nint Lose(CudaPlace place) => (nint)new Block(Size, place).Data;

    /// <summary>Memory that is numbers only, and who freed it.</summary>
    private sealed class CountingDriver : ICudaDriver
    {
        private readonly Dictionary<nint, long> _taken = [];
        private nint _next = 0x1000;

        public long Room { get; init; } = long.MaxValue;

        public int Allocations { get; private set; }

        public List<(nint Memory, int Thread)> Freed { get; } = [];

        public string Description => "numbers";

        public int Multiprocessors => 1;

        public nint Allocate(long bytes)
        {
            if (_taken.Values.Sum() + bytes > Room)
            {
                return 0;
            }

            Allocations++;
            _next += 0x100000;
            _taken.Add(_next, bytes);
            return _next;
        }

        public nint AllocateShared(long bytes) => Allocate(bytes);

        public void Free(nint memory)
        {
            Freed.Add((memory, Environment.CurrentManagedThreadId));
            Assert.True(_taken.Remove(memory), "freed twice");
        }

        public void Download(nint source, void* target, long bytes) => throw new NotSupportedException();

        public void Upload(void* source, nint target, long bytes) => throw new NotSupportedException();

        public void Copy(nint source, nint target, long bytes) => throw new NotSupportedException();

        public void Launch(string kernel, int gridX, int gridY, int gridZ, void** arguments) => throw new NotSupportedException();
    }
}
