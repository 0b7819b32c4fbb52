using Research.Torch;
using Research.Torch.Devices;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        full([], scalar, ScalarType.Float32, device, requires_grad);

    public static Tensor tensor(long scalar, Device? device = null, bool requires_grad = false) =>
        full([], scalar, ScalarType.Int64, device, requires_grad);

    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        full([], scalar, dtype ?? ScalarType.Bool, device, requires_grad);

    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        full([], scalar, dtype ?? ScalarType.Float64, device, requires_grad);

    public static Tensor tensor(
        float[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied<float>(rawArray, Unnamed([rawArray.Length], names), ScalarType.Float32, dtype, device, requires_grad);

    public static Tensor tensor(
        float[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied<float>(rawArray, Unnamed(dimensions.ToArray(), names), ScalarType.Float32, dtype, device, requires_grad);

    public static Tensor tensor(
        IList<float> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied<float>([.. rawArray], Unnamed(dimensions.ToArray(), names), ScalarType.Float32, dtype, device, requires_grad);

    public static Tensor tensor(
        float[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        Copied<float>(
            [.. rawArray.Cast<float>()],
            Unnamed([rawArray.GetLength(0), rawArray.GetLength(1)], names),
            ScalarType.Float32,
            dtype,
            device,
            requires_grad
        );

    public static Tensor tensor(
        float[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        Copied<float>(
            [.. rawArray.Cast<float>()],
            Unnamed([rawArray.GetLength(0), rawArray.GetLength(1), rawArray.GetLength(2)], names),
            ScalarType.Float32,
            dtype,
            device,
            requires_grad
        );

    public static Tensor tensor(
        long[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied<long>(rawArray, Unnamed([rawArray.Length], names), ScalarType.Int64, dtype, device, requires_grad);

    public static Tensor tensor(
        long[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied<long>(rawArray, Unnamed(dimensions.ToArray(), names), ScalarType.Int64, dtype, device, requires_grad);

    public static Tensor tensor(
        IList<long> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied<long>([.. rawArray], Unnamed(dimensions.ToArray(), names), ScalarType.Int64, dtype, device, requires_grad);

    public static Tensor tensor(
        long[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        Copied<long>(
            [.. rawArray.Cast<long>()],
            Unnamed([rawArray.GetLength(0), rawArray.GetLength(1)], names),
            ScalarType.Int64,
            dtype,
            device,
            requires_grad
        );

    public static Tensor tensor(
        bool[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied<bool>(rawArray, Unnamed([rawArray.Length], names), ScalarType.Bool, dtype, device, requires_grad);

    public static Tensor tensor(
        bool[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied<bool>(rawArray, Unnamed(dimensions.ToArray(), names), ScalarType.Bool, dtype, device, requires_grad);

    public static Tensor tensor(
        bool[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        Copied<bool>(
            [.. rawArray.Cast<bool>()],
            Unnamed([rawArray.GetLength(0), rawArray.GetLength(1)], names),
            ScalarType.Bool,
            dtype,
            device,
            requires_grad
        );

    // As TorchSharp has them: whole numbers of the language become Int32, fractions Float64, unless another type is asked for.
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        full([], scalar, ScalarType.Int32, device, requires_grad);

    public static Tensor tensor(
        int[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        Copied<long>(
            [.. rawArray.Select(value => (long)value)],
            Unnamed([rawArray.Length], names),
            ScalarType.Int64,
            dtype ?? ScalarType.Int32,
            device,
            requires_grad
        );

    public static Tensor tensor(
        double[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => tensor(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    public static Tensor tensor(
        double[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        Copied<float>(
            [.. rawArray.Select(value => (float)value)],
            Unnamed(dimensions.ToArray(), names),
            ScalarType.Float32,
            dtype ?? ScalarType.Float64,
            device,
            requires_grad
        );

    private static unsafe Tensor Copied<T>(
        T[] values,
        long[] sizes,
        ScalarType own,
        ScalarType? asked,
        Device? device,
        bool requiresGrad
    )
        where T : unmanaged
    {
        ScalarType type = ScalarTypes.Checked(asked, own);
        if (Shapes.Count(sizes) != values.Length)
        {
            throw new ArgumentException(
                $"tensor: {values.Length} values do not fill shape {Shapes.Text(sizes)}, which takes {Shapes.Count(sizes)}."
            );
        }

        Tensor result = Tensor.New(sizes, type, HostPlace.Instance);
        fixed (T* source = values)
        {
            result.Kernels.Cast(own, source, type, result.Data, values.Length);
        }

        return Wanting(result.to(Available(device)), requiresGrad);
    }
}
