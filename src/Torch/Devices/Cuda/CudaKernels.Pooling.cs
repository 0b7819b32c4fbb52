using Research.Torch.Kernels;

namespace Research.Torch.Devices.Cuda;

internal sealed unsafe partial class CudaKernels
{
    public void MaxPool(Pool2d pool, float* input, float* output, byte* places) =>
        Each(Bits("largest", pool.PlaceBytes), Outputs(pool), [.. ShapeOf(pool), input, output, places]);

    public void MaxPoolBackward(Pool2d pool, float* gradient, byte* places, float* input) =>
        Each(Bits("largest_backward", pool.PlaceBytes), Inputs(pool), [.. ShapeOf(pool), gradient, places, input]);

    public void MaxPoolIndex(Pool2d pool, byte* places, long* index) =>
        Each(Bits("largest_index", pool.PlaceBytes), Outputs(pool), [.. ShapeOf(pool), places, index]);

    public void AveragePool(Pool2d pool, float* input, float* output) =>
        Each("average", Outputs(pool), [.. ShapeOf(pool), input, output]);

    public void AveragePoolBackward(Pool2d pool, float* gradient, float* input) =>
        Each("average_backward", Inputs(pool), [.. ShapeOf(pool), gradient, input]);

    public void AdaptiveAveragePool(Pool2d pool, float* input, float* output) =>
        Each("average_adaptive", Outputs(pool), [.. ShapeOf(pool), input, output]);

    public void AdaptiveAveragePoolBackward(Pool2d pool, float* gradient, float* input) =>
        Each("average_adaptive_backward", Inputs(pool), [.. ShapeOf(pool), gradient, input]);

    private static long Outputs(Pool2d pool) => (long)pool.Planes * pool.OutHeight * pool.OutWidth;

    private static long Inputs(Pool2d pool) => (long)pool.Planes * pool.Height * pool.Width;

    private static Argument[] ShapeOf(Pool2d pool) =>
        [
            pool.Planes,
            pool.Height,
            pool.Width,
            pool.OutHeight,
            pool.OutWidth,
            pool.KernelHeight,
            pool.KernelWidth,
            pool.StrideY,
            pool.StrideX,
            pool.PadY,
            pool.PadX,
            pool.DilationY,
            pool.DilationX,
            pool.CountIncludePad ? 1 : 0,
            pool.Divisor,
        ];
}
