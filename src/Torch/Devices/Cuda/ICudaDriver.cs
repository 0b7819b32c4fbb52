namespace Research.Torch.Devices.Cuda;

/// <summary>What the device needs of NVIDIA's driver: one GPU, one module of kernels, one queue that keeps the order of calls.</summary>
/// <remarks>Every failure is a <see cref="CudaException"/> in one sentence.</remarks>
internal unsafe interface ICudaDriver
{
    /// <summary>The card, its architecture and the driver's version.</summary>
    string Description { get; }

    int Multiprocessors { get; }

    /// <summary>Device memory, or 0 where there is not so much.</summary>
    nint Allocate(long bytes);

    void Free(nint memory);

    /// <summary>Memory of the host that the GPU reaches at the same address, as long as the process; 0 where there is not so much.</summary>
    nint AllocateShared(long bytes);

    /// <summary>Waits for what was queued, then copies to the host.</summary>
    void Download(nint source, void* target, long bytes);

    void Upload(void* source, nint target, long bytes);

    void Copy(nint source, nint target, long bytes);

    /// <summary>Queues a kernel with 256 threads a block.</summary>
    /// <param name="arguments">A pointer to each argument.</param>
    void Launch(string kernel, int gridX, int gridY, int gridZ, void** arguments);
}
