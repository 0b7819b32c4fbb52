using System.Runtime.InteropServices;

namespace Research.Torch.Devices.Cuda;

/// <summary>The driver's results as sentences: cuda.h's enum CUresult.</summary>
internal sealed unsafe class CudaErrors(CudaLibrary library)
{
    public const int OutOfMemory = 2;

    private const int NoDevice = 100;
    private const int InvalidPtx = 218;
    private const int UnsupportedPtx = 222;
    private const int UnsupportedDriver = 803; // and the device it cannot serve, 804

    /// <summary>Throws what a result stands for; 0 is success.</summary>
    /// <param name="doing">What was being done, as in 'while …'.</param>
    public void Check(int result, string doing)
    {
        if (result != 0)
        {
            throw new CudaException(Sentence(result, doing));
        }
    }

    private string Sentence(int result, string doing) =>
        result switch
        {
            NoDevice => "No NVIDIA GPU was found, though there is a driver. Use the device cpu: the results are the same.",
            InvalidPtx or UnsupportedPtx or UnsupportedDriver or UnsupportedDriver + 1 =>
                $"The NVIDIA driver cannot take this package's kernels ({Name(result)}). They need a GPU of compute capability 7.5 or later and a driver for CUDA 11 or later; or use the device cpu: the results are the same.",
            OutOfMemory =>
                $"The GPU is out of memory while {doing}. End other programs that use it, or go on from the last checkpoint on the device cpu: the results are the same.",
            _ =>
                $"The GPU was lost or failed while {doing} ({Name(result)}). Start again: training goes on from the last checkpoint, on this GPU or on the device cpu.",
        };

    private string Name(int result)
    {
        byte* text;
        string? name = library.GetErrorName(result, &text) == 0 ? Marshal.PtrToStringUTF8((nint)text) : null;
        return name ?? FormattableString.Invariant($"error {result}");
    }
}
