using TorchSharp;

namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    public void CheckIndex(string operation, long* index, long count, long size)
    {
        for (long i = 0; i < count; i++)
        {
            if ((ulong)index[i] >= (ulong)size)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(index),
                    $"{operation}: index {index[i]}, at place {i}, lies outside 0 … {size - 1}."
                );
            }
        }
    }

    public void TakeAlong(
        int elementSize,
        void* source,
        long* index,
        void* target,
        long outer,
        long size,
        long taken,
        long inner
    ) =>
        Loops.Items(
            outer,
            taken * inner,
            o =>
            {
                for (long j = 0; j < taken * inner; j++)
                {
                    long at = (o * taken * inner) + j;
                    long from = (((o * size) + index[at]) * inner) + (j % inner);
                    Buffer.MemoryCopy(
                        (byte*)source + (from * elementSize),
                        (byte*)target + (at * elementSize),
                        elementSize,
                        elementSize
                    );
                }
            }
        );

    public void PutAlong(
        bool add,
        torch.ScalarType type,
        void* source,
        long* index,
        void* target,
        long outer,
        long size,
        long put,
        long inner
    ) =>
        Loops.Items(
            outer,
            put * inner,
            o =>
            {
                for (long j = 0; j < put * inner; j++)
                {
                    long at = (o * put * inner) + j;
                    long to = (((o * size) + index[at]) * inner) + (j % inner);
                    switch (type)
                    {
                        case torch.ScalarType.Float32:
                            ((float*)target)[to] = ((float*)source)[at] + (add ? ((float*)target)[to] : 0);
                            break;
                        case torch.ScalarType.Int64:
                            ((long*)target)[to] = ((long*)source)[at] + (add ? ((long*)target)[to] : 0);
                            break;
                        default:
                            ((bool*)target)[to] = ((bool*)source)[at] || (add && ((bool*)target)[to]);
                            break;
                    }
                }
            }
        );

    public void TakeSlices(
        int elementSize,
        void* source,
        long* index,
        void* target,
        long outer,
        long size,
        long taken,
        long inner
    )
    {
        long bytes = inner * elementSize;
        Loops.Items(
            outer * taken,
            inner,
            item =>
            {
                (long o, long j) = Math.DivRem(item, taken);
                Buffer.MemoryCopy(
                    (byte*)source + (((o * size) + index[j]) * bytes),
                    (byte*)target + (item * bytes),
                    bytes,
                    bytes
                );
            }
        );
    }

    public void AddSlices(float* source, long* index, float* target, long outer, long size, long put, long inner) =>
        Loops.Items(
            outer,
            put * inner,
            o =>
            {
                for (long j = 0; j < put; j++)
                {
                    Optimisers.AddScaled(
                        target + (((o * size) + index[j]) * inner),
                        source + (((o * put) + j) * inner),
                        1,
                        inner
                    );
                }
            }
        );
}
