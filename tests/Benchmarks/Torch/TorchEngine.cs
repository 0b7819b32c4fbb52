using Research.Numerics;
#if !TORCHSHARP
using Research.Torch.Devices;
#endif

namespace Research.Benchmarks.Torch;

/// <summary>What the two engines do not share.</summary>
internal static class TorchEngine
{
    public static void SetThreads(int threads)
    {
        ParallelLoop.Threads = threads;
#if TORCHSHARP
        TorchSharp.torch.set_num_threads(threads);
#endif
    }

    /// <summary>Kernels that a step calls; 0 with the package, which does not tell.</summary>
    public static int KernelsOf(Action step)
    {
#if TORCHSHARP
        step();
        return 0;
#else
        var counting = new CountingKernels(HostPlace.Instance.Kernels);
        Research.Torch.Kernels.IKernels device = HostPlace.Instance.Exchange(counting);
        step();
        HostPlace.Instance.Exchange(device);
        return counting.Calls.Values.Sum();
#endif
    }
}
