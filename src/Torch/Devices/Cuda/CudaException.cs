using Research.Numerics;

namespace Research.Torch.Devices.Cuda;

/// <summary>A GPU could not do what was asked; the message says what to do.</summary>
internal sealed class CudaException : ResearchException
{
    public CudaException() { }

    public CudaException(string message)
        : base(message) { }

    public CudaException(string message, Exception inner)
        : base(message, inner) { }
}
