using Research.Torch.Kernels;
using TorchSharp;

namespace Research.Torch.Devices.Cuda;

internal sealed unsafe partial class CudaKernels
{
    private const int LineBlock = 512; // values or rows in one sum: part of the order
    private const int LinesAtOnce = 32; // of a block of threads, eight each

    public void Reduce(ReduceOp op, torch.ScalarType type, void* source, void* target, long outer, long size, long inner)
    {
        if (type == torch.ScalarType.Int64)
        {
            Each("reduce_whole", outer * inner, (int)op, source, target, outer, size, inner);
        }
        else if (op != ReduceOp.Sum)
        {
            Each("reduce_float", outer * inner, (int)op, source, target, outer, size, inner);
        }
        else if (inner == 1)
        {
            long blocks = Blocks(size);
            using var partial = new CudaRoom(place, outer * blocks * sizeof(double));
            Lines("line_blocks", outer * blocks, source, partial, outer, size, blocks);
            Totals(partial, target, outer, blocks, lines: 1, itemStride: 1, lineStride: 0, divisor: 1);
        }
        else
        {
            long blocks = Blocks(size);
            using var partial = new CudaRoom(place, outer * blocks * inner * sizeof(double));
            Each("column_blocks", outer * blocks * inner, source, partial, outer, size, inner, blocks);
            Each("column_totals", outer * inner, partial, target, outer, inner, blocks);
        }
    }

    // An empty line has one block, of nothing.
    private static long Blocks(long size) => Math.Max(1, (size + LineBlock - 1) / LineBlock);

    private void Lines(string kernel, long items, params ReadOnlySpan<Argument> arguments)
    {
        long blocks = (items + LinesAtOnce - 1) / LinesAtOnce;
        Launch(kernel, (int)Math.Min(blocks, driver.Multiprocessors * BlocksPerMultiprocessor), 1, 1, arguments);
    }

    private void Totals(
        CudaRoom partial,
        void* target,
        long count,
        long blocks,
        long lines,
        long itemStride,
        long lineStride,
        double divisor
    ) => Each("line_totals", count, partial, target, count, blocks, lines, itemStride, lineStride, divisor);

    public void ArgReduce(bool largest, torch.ScalarType type, void* source, long* target, long outer, long size, long inner) =>
        Each($"argument_{Name(type)}", outer * inner, largest ? 1 : 0, source, target, outer, size, inner);

    public void CumulativeSum(torch.ScalarType type, void* source, void* target, long outer, long size, long inner) =>
        Each($"cumulative_{Name(type)}", outer * inner, source, target, outer, size, inner);

    public void ArgSort(torch.ScalarType type, void* source, long* target, long outer, long size, long inner, bool descending) =>
        Each($"order_{Name(type)}", outer * size * inner, source, target, outer, size, inner, descending ? 1 : 0);

    public void Softmax(bool logarithm, float* source, float* target, long outer, long size, long inner)
    {
        if (size > 0)
        {
            int grid = Parts(outer * inner, LinesAtOnce);
            Launch("softmax", grid, 1, 1, logarithm ? 1 : 0, source, target, outer, size, inner);
        }
    }

    public void SoftmaxBackward(bool logarithm, float* gradient, float* output, float* target, long outer, long size, long inner)
    {
        int grid = Parts(outer * inner, LinesAtOnce);
        Launch("softmax_backward", grid, 1, 1, logarithm ? 1 : 0, gradient, output, target, outer, size, inner);
    }
}
