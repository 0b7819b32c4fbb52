using Research.Torch.Kernels;
using TorchSharp;

namespace Research.Torch.Devices.Cuda;

internal sealed unsafe partial class CudaKernels
{
    public void Gather(int elementSize, void* source, ReadOnlySpan<long> strides, ReadOnlySpan<long> shape, void* target) =>
        Strided(Bits("gather", elementSize), elementSize, source, strides, shape, target);

    public void Scatter(int elementSize, void* source, ReadOnlySpan<long> strides, ReadOnlySpan<long> shape, void* target) =>
        Strided(Bits("scatter", elementSize), elementSize, target, strides, shape, source);

    private void Strided(
        string kernel,
        int elementSize,
        void* strided,
        ReadOnlySpan<long> strides,
        ReadOnlySpan<long> shape,
        void* contiguous
    )
    {
        foreach (Box box in Box.Of(shape, strides, Shapes.Strides(shape)))
        {
            byte* there = (byte*)strided + (box.FirstA * elementSize);
            byte* here = (byte*)contiguous + (box.First * elementSize);
            Boxed(kernel, box, [there, here, box.Count], withB: false);
        }
    }

    // The box's sizes, but for the outermost, and strides follow a kernel's own arguments.
    private void Boxed(string kernel, Box box, ReadOnlySpan<Argument> own, bool withB)
    {
        Span<Argument> arguments = new Argument[own.Length + 4 + (withB ? 10 : 5)];
        own.CopyTo(arguments);
        int at = own.Length;
        for (int i = 1; i < box.Sizes.Length; i++)
        {
            arguments[at++] = (uint)box.Sizes[i];
        }

        foreach (long stride in withB ? box.StridesA.Concat(box.StridesB) : box.StridesA)
        {
            arguments[at++] = stride;
        }

        Each(kernel, box.Count, arguments);
    }

    public void Unary(UnaryOp op, float* source, float* target, long count, float p, float q) =>
        Each(
            op is UnaryOp.Log1p or UnaryOp.Sin or UnaryOp.Cos or UnaryOp.Round or UnaryOp.Power ? "unary_extended" : "unary",
            count,
            (int)op,
            source,
            target,
            count,
            p,
            q
        );

    public void Binary(
        BinaryOp op,
        torch.ScalarType type,
        void* a,
        ReadOnlySpan<long> aStrides,
        void* b,
        ReadOnlySpan<long> bStrides,
        void* target,
        ReadOnlySpan<long> shape
    )
    {
        bool whole = type == torch.ScalarType.Int64;
        if (whole && op is BinaryOp.Divide or BinaryOp.Power or > BinaryOp.Power && whole)
        {
            throw NoSuch($"{op} of whole numbers");
        }

        int size = ScalarTypes.Size(type);
        foreach (Box box in Box.Of(shape, aStrides, bStrides))
        {
            byte* x = (byte*)a + (box.FirstA * size);
            byte* y = (byte*)b + (box.FirstB * size);
            byte* z = (byte*)target + (box.First * size);
            if (op == BinaryOp.Power)
            {
                Boxed("binary_power", box, [x, y, z, box.Count], withB: true);
            }
            else
            {
                Boxed(whole ? "binary_whole" : "binary", box, [(int)op, x, y, z, box.Count], withB: true);
            }
        }
    }

    public void Compare(
        CompareOp op,
        torch.ScalarType type,
        void* a,
        ReadOnlySpan<long> aStrides,
        void* b,
        ReadOnlySpan<long> bStrides,
        bool* target,
        ReadOnlySpan<long> shape
    )
    {
        int size = ScalarTypes.Size(type);
        foreach (Box box in Box.Of(shape, aStrides, bStrides))
        {
            byte* x = (byte*)a + (box.FirstA * size);
            byte* y = (byte*)b + (box.FirstB * size);
            Boxed($"compare_{Name(type)}", box, [(int)op, x, y, target + box.First, box.Count], withB: true);
        }
    }
}
