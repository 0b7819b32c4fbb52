using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>What operations on images demand of their inputs before a kernel reads them.</summary>
internal static class InputChecks
{
    /// <summary>Two numbers of at least the least; one stands for both.</summary>
    public static long[] Pair(string operation, string what, long[] given, long least)
    {
        if (given.Length is not (1 or 2) || given.Any(number => number < least))
        {
            throw new ArgumentException(
                $"{operation}: {what} {Shapes.Text(given)} must be one number for both sides, or two; each at least {least}."
            );
        }

        return given.Length == 2 ? given : [given[0], given[0]];
    }

    public static void Float32(string operation, params ReadOnlySpan<Tensor?> tensors)
    {
        foreach (Tensor? tensor in tensors)
        {
            if (tensor is not null && tensor.dtype != ScalarType.Float32)
            {
                throw new ArgumentException(
                    $"{operation}: Float32 is needed; a tensor of {tensor.dtype} was given. Use to_type."
                );
            }
        }
    }

    public static void Shape(string operation, string what, Tensor? tensor, params long[] needed)
    {
        if (tensor is not null && !Shapes.Same(tensor.Sizes, needed))
        {
            throw new ArgumentException(
                $"{operation}: the {what} must have shape {Shapes.Text(needed)}; it has {Shapes.Text(tensor.Sizes)}."
            );
        }
    }
}
