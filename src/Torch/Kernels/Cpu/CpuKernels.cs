using TorchSharp;

namespace Research.Torch.Kernels.Cpu;

/// <summary>The kernels on the CPU: Vector256 with fused multiply-add by name, threads over independent outputs.</summary>
internal sealed unsafe partial class CpuKernels : IKernels
{
    public static readonly CpuKernels Instance = new();

    private CpuKernels() { }

    private static NotSupportedException NoSuch(object op) => new($"The CPU has no kernel for {op}.");

    public void Fill(torch.ScalarType type, void* target, long count, Scalar value)
    {
        switch (type)
        {
            case torch.ScalarType.Float32:
                FillWith((float*)target, count, value.Single);
                break;
            case torch.ScalarType.Int64:
                FillWith((long*)target, count, value.Int64);
                break;
            default:
                FillWith((bool*)target, count, value.Double != 0);
                break;
        }
    }

    private static void FillWith<T>(T* target, long count, T value)
        where T : unmanaged => Loops.Pieces(count, (first, length) => new Span<T>(target + first, (int)length).Fill(value));

    public void Cast(torch.ScalarType from, void* source, torch.ScalarType to, void* target, long count) =>
        Loops.Pieces(count, (first, length) => Casting.Run(from, source, to, target, first, first + length));

    public void Where(int elementSize, bool* condition, void* a, void* b, void* target, long count) =>
        Loops.Pieces(
            count,
            (first, length) =>
            {
                for (long i = first; i < first + length; i++)
                {
                    byte* chosen = (byte*)(condition[i] ? a : b) + (i * elementSize);
                    Buffer.MemoryCopy(chosen, (byte*)target + (i * elementSize), elementSize, elementSize);
                }
            }
        );

    public void AddScaled(float* target, float* source, float factor, long count) =>
        Loops.Pieces(count, (first, length) => Optimisers.AddScaled(target + first, source + first, factor, length));

    public void AdamStep(ReadOnlySpan<UpdateTask> tasks) =>
        Optimisers.Pieces(tasks, static (task, first, count) => Optimisers.Adam(task, first, count));

    public void DescentStep(ReadOnlySpan<UpdateTask> tasks, DescentFactors factors) =>
        Optimisers.Pieces(tasks, (task, first, count) => Optimisers.Descent(task, first, count, factors));
}
