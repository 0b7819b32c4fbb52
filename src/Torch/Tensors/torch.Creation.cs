using Research.Torch;
using Research.Torch.Devices;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor empty(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    )
    {
        return Wanting(Tensor.New(size, ScalarTypes.Checked(dtype, ScalarType.Float32), Available(device).Place), requires_grad);
    }

    public static Tensor empty(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => empty((ReadOnlySpan<long>)Unnamed(size, names), dtype, device, requires_grad);

    public static Tensor empty(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => empty((ReadOnlySpan<long>)Unnamed([size], names), dtype, device, requires_grad);

    public static Tensor empty(
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => empty((ReadOnlySpan<long>)Unnamed([rows, columns], names), dtype, device, requires_grad);

    public static unsafe Tensor full(
        ReadOnlySpan<long> size,
        Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    )
    {
        Tensor result = empty(size, dtype ?? value.Type, device);
        result.Kernels.Fill(result.dtype, result.Data, result.numel(), value);
        return Wanting(result, requires_grad);
    }

    public static Tensor full(
        long[] size,
        Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => full((ReadOnlySpan<long>)Unnamed(size, names), value, dtype, device, requires_grad);

    public static Tensor full(
        long size,
        Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => full((ReadOnlySpan<long>)Unnamed([size], names), value, dtype, device, requires_grad);

    public static Tensor full(
        long rows,
        long columns,
        Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => full((ReadOnlySpan<long>)Unnamed([rows, columns], names), value, dtype, device, requires_grad);

    public static Tensor zeros(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => full((ReadOnlySpan<long>)Unnamed(size, names), 0f, dtype, device, requires_grad);

    public static Tensor zeros(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => full(size, 0f, dtype, device, requires_grad);

    public static Tensor zeros(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => zeros(Unnamed([size], names), dtype, device, requires_grad);

    public static Tensor zeros(
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => zeros(Unnamed([rows, columns], names), dtype, device, requires_grad);

    public static Tensor zeros(
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => zeros(Unnamed([dim0, dim1, dim2], names), dtype, device, requires_grad);

    public static Tensor zeros(
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => zeros(Unnamed([dim0, dim1, dim2, dim3], names), dtype, device, requires_grad);

    public static Tensor ones(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => full((ReadOnlySpan<long>)Unnamed(size, names), 1f, dtype, device, requires_grad);

    public static Tensor ones(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => full(size, 1f, dtype, device, requires_grad);

    public static Tensor ones(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => ones(Unnamed([size], names), dtype, device, requires_grad);

    public static Tensor ones(
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => ones(Unnamed([rows, columns], names), dtype, device, requires_grad);

    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        full((ReadOnlySpan<long>)input.Sizes, 0f, dtype ?? input.dtype, device ?? input.device, requires_grad);

    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        full((ReadOnlySpan<long>)input.Sizes, 1f, dtype ?? input.dtype, device ?? input.device, requires_grad);

    public static Tensor full_like(
        Tensor input,
        Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => full((ReadOnlySpan<long>)input.Sizes, value, dtype ?? input.dtype, device ?? input.device, requires_grad);

    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty((ReadOnlySpan<long>)input.Sizes, dtype ?? input.dtype, device ?? input.device, requires_grad);

    /// <summary>start, start + step, … below stop.</summary>
    public static Tensor arange(
        Scalar start,
        Scalar stop,
        Scalar step,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    )
    {
        bool whole = start.Type == ScalarType.Int64 && stop.Type == ScalarType.Int64 && step.Type == ScalarType.Int64;
        double span = (stop.Double - start.Double) / step.Double;
        if (step.Double == 0 || span < 0)
        {
            throw new ArgumentException(
                $"arange: from {start.Double} to {stop.Double} there is no way in steps of {step.Double}."
            );
        }

        var count = (long)Math.Ceiling(span);
        ScalarType type = ScalarTypes.Checked(dtype, whole ? ScalarType.Int64 : ScalarType.Float32);
        Tensor result =
            type == ScalarType.Int64
                ? FromLongs(count, i => start.Int64 + (i * step.Int64))
                : FromDoubles(count, i => start.Double + (i * step.Double));
        return Wanting(result.to(Available(device)), requires_grad);
    }

    public static Tensor arange(
        Scalar start,
        Scalar stop,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Evenly spaced values, both ends included.</summary>
    public static Tensor linspace(
        double start,
        double end,
        long steps,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    )
    {
        ScalarTypes.Checked(dtype, ScalarType.Float32);
        double step = steps > 1 ? (end - start) / (steps - 1) : 0;
        Tensor result = FromDoubles(steps, i => i < steps / 2 ? start + (i * step) : end - ((steps - 1 - i) * step));
        return Wanting(result.to(Available(device)), requires_grad);
    }

    public static unsafe Tensor eye(
        long rows,
        long columns = -1L,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    )
    {
        columns = columns < 0 ? rows : columns;
        Tensor result = Tensor.New(
            Unnamed([rows, columns], names),
            ScalarTypes.Checked(dtype, ScalarType.Float32),
            HostPlace.Instance
        );
        result.Kernels.Fill(result.dtype, result.Data, result.numel(), 0f);
        for (long i = 0; i < Math.Min(rows, columns); i++)
        {
            result.WriteNumber((i * columns) + i, 1);
        }

        return Wanting(result.to(Available(device)), requires_grad);
    }

    internal static Tensor Wanting(Tensor tensor, bool requiresGrad)
    {
        if (requiresGrad)
        {
            tensor.requires_grad = true;
        }

        return tensor;
    }

    private static long[] Unnamed(long[] size, string[]? names) =>
        names is null ? size : throw new NotSupportedException("Named dimensions are not part of this engine.");

    private static unsafe Tensor FromDoubles(long count, Func<long, double> value)
    {
        Tensor result = Tensor.New([count], ScalarType.Float32, HostPlace.Instance);
        for (long i = 0; i < count; i++)
        {
            result.Floats[i] = (float)value(i);
        }

        return result;
    }

    private static unsafe Tensor FromLongs(long count, Func<long, long> value)
    {
        Tensor result = Tensor.New([count], ScalarType.Int64, HostPlace.Instance);
        for (long i = 0; i < count; i++)
        {
            result.Longs[i] = value(i);
        }

        return result;
    }

    public partial class Tensor
    {
        /// <summary>One value of a tensor in the host's memory.</summary>
        internal unsafe void WriteNumber(long place, double value)
        {
            switch (dtype)
            {
                case ScalarType.Float32:
                    Floats[place] = (float)value;
                    break;
                case ScalarType.Int64:
                    Longs[place] = (long)value;
                    break;
                default:
                    Bools[place] = value != 0;
                    break;
            }
        }

        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor new_ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            full((ReadOnlySpan<long>)size, 1f, dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros_like(this, dtype, device, requires_grad);

        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones_like(this, dtype, device, requires_grad);
    }
}
