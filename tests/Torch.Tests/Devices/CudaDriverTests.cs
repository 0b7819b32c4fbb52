using Research.Torch.Devices;
using Research.Torch.Devices.Cuda;

namespace Research.Torch.Tests.Devices;

/// <summary>The calls of NVIDIA's driver, by address, on one that stands in; and what each of its refusals becomes.</summary>
[Collection(Alone.Name)]
public class CudaDriverTests
{
    [Fact]
    public void A_training_step_through_the_driver_gives_the_bits_of_the_CPU()
    {
        float[] expected = Step();
        using var gpu = new StandIn(Open(StandInLibrary.Fresh()));
        Assert.Equal(expected, Step());
        Assert.Empty(StandInLibrary.Broken);
        Assert.Equal("cuda: Stand-in 9000, compute capability 9.0, driver for CUDA 13.0", gpu.Place.Description);
    }

    [Fact]
    public void A_thread_that_never_saw_the_GPU_gets_its_context()
    {
        using var gpu = new StandIn(Open(StandInLibrary.Fresh()));
        float[] found = [];
        var thread = new Thread(() =>
        {
            using DisposeScope scope = NewDisposeScope();
            found = (tensor([1f, 2]) * 3).data<float>().ToArray();
        });
        thread.Start();
        thread.Join();
        Assert.Equal([3f, 6], found);
        Assert.Empty(StandInLibrary.Broken);
    }

    [Fact]
    public void A_machine_without_a_driver_is_told_so() =>
        AssertSays(
            () => CudaLibrary.Load("libnothing-of-this-name.so.1"),
            "No NVIDIA driver was found (libnothing-of-this-name.so.1 cannot"
        );

    [Fact]
    public void A_driver_that_lacks_a_function_is_too_old() =>
        AssertSays(
            () => StandInLibrary.Fresh(long.MaxValue, "cuLaunchKernel"),
            "The NVIDIA driver is too old: it has no function cuLaunchKernel."
        );

    [Theory]
    [InlineData("Init", 100, "No NVIDIA GPU was found, though there is a driver.")]
    [InlineData("Init", 803, "The NVIDIA driver cannot take this package's kernels (error 803).")]
    [InlineData("Load", 218, "The NVIDIA driver cannot take this package's kernels (error 218).")]
    [InlineData("Load", 222, "The NVIDIA driver cannot take this package's kernels (error 222).")]
    [InlineData("Retain", 2, "The GPU is out of memory while opening the GPU.")]
    [InlineData("CreateStream", 46, "The GPU was lost or failed while opening the GPU (error 46).")]
    public void A_GPU_that_does_not_open_is_told_in_a_sentence(string function, int number, string sentence)
    {
        CudaLibrary library = StandInLibrary.Fresh();
        StandInLibrary.Failing[function] = number;
        AssertSays(() => Open(library), sentence);
    }

    [Fact]
    public void A_card_that_is_too_old_is_named()
    {
        CudaLibrary library = StandInLibrary.Fresh();
        StandInLibrary.Capability = 61;
        AssertSays(() => Open(library), "Stand-in 9000 has compute capability 6.1; 7.5 (Turing, 2018) or later is needed.");
    }

    [Theory]
    [InlineData("Launch", "The GPU was lost or failed while starting binary (CUDA_ERROR_LAUNCH_FAILED).")]
    [InlineData("Synchronize", "The GPU was lost or failed while copying to the GPU (CUDA_ERROR_LAUNCH_FAILED).")]
    public void A_GPU_that_is_lost_at_work_is_told_and_what_to_do(string function, string sentence)
    {
        using var gpu = new StandIn(Open(StandInLibrary.Fresh()));
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor([1f, 2]);
        StandInLibrary.Failing[function] = 719;
        AssertSays(() => x + tensor([1f]), sentence);
        AssertSays(() => x + x + tensor([1f]), "training goes on from the last checkpoint, on this GPU or on the device cpu.");
    }

    [Fact]
    public void A_GPU_without_room_gives_idle_memory_back_and_then_says_how_much_was_needed()
    {
        using var gpu = new StandIn(Open(StandInLibrary.Fresh(room: 1 << 20)));
        using DisposeScope scope = NewDisposeScope();
        zeros(150_000).Dispose();
        Tensor large = ones(200_000); // only where the memory of the first went back
        AssertSays(() => ones(200_000), "The GPU is out of memory: 0.9 MB more were needed beside 0.9 MB in use.");
        Assert.Equal(200_000f, large.sum().item<float>());
        Assert.Empty(StandInLibrary.Broken);
    }

    [Fact]
    public void Without_GPUs_there_are_none_and_with_a_driver_that_does_not_start_too()
    {
        CudaLibrary library = StandInLibrary.Fresh();
        Assert.Equal(1, CudaDriver.Count(library));
        StandInLibrary.Gpus = 0;
        Assert.Equal(0, CudaDriver.Count(library));
        StandInLibrary.Failing["Init"] = 100;
        Assert.Equal(0, CudaDriver.Count(library));
    }

    private static CudaDriver Open(CudaLibrary library) => new(library, 0, CudaDevices.ReadPtx());

    private static void AssertSays(Func<object> work, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<CudaException>(work).Message, StringComparison.Ordinal);

    private static float[] Step()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(4);
        TorchSharp.Modules.Linear layer = nn.Linear(5, 3);
        using TorchSharp.Modules.Adam optimizer = optim.Adam(layer.parameters(), lr: 0.1);
        nn.functional.cross_entropy(layer.call(randn(7, 5)), randint(3, [7])).backward();
        optimizer.step();
        return layer.weight!.data<float>().ToArray();
    }
}
