namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    public void Gather(int elementSize, void* source, ReadOnlySpan<long> strides, ReadOnlySpan<long> shape, void* target) =>
        Strided(elementSize, source, strides, shape, target, gather: true);

    public void Scatter(int elementSize, void* source, ReadOnlySpan<long> strides, ReadOnlySpan<long> shape, void* target) =>
        Strided(elementSize, target, strides, shape, source, gather: false);

    private static void Strided(
        int elementSize,
        void* strided,
        ReadOnlySpan<long> strides,
        ReadOnlySpan<long> shape,
        void* contiguous,
        bool gather
    )
    {
        var lines = new Broadcasting(shape, strides, Shapes.Strides(shape));
        switch (elementSize)
        {
            case sizeof(float):
                StridedLines(lines, (uint*)strided, (uint*)contiguous, gather);
                break;
            case sizeof(long):
                StridedLines(lines, (ulong*)strided, (ulong*)contiguous, gather);
                break;
            default:
                StridedLines(lines, (byte*)strided, (byte*)contiguous, gather);
                break;
        }
    }

    private static void StridedLines<T>(Broadcasting lines, T* strided, T* contiguous, bool gather)
        where T : unmanaged
    {
        (long length, long step) = (lines.Length, lines.StepA);
        Loops.Items(
            lines.Lines,
            length,
            line =>
            {
                (long start, _) = lines.Start(line);
                T* there = strided + start;
                T* here = contiguous + (line * length);
                if (step == 1)
                {
                    long bytes = length * sizeof(T);
                    Buffer.MemoryCopy(gather ? there : here, gather ? here : there, bytes, bytes);
                }
                else if (gather)
                {
                    for (long i = 0; i < length; i++)
                    {
                        here[i] = there[i * step];
                    }
                }
                else
                {
                    for (long i = 0; i < length; i++)
                    {
                        there[i * step] = here[i];
                    }
                }
            }
        );
    }
}
