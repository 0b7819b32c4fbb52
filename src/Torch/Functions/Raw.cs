using Research.Torch.Devices;
using Research.Torch.Kernels;
using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>Kernels called on tensors: results without history.</summary>
internal static unsafe class Raw
{
    public static Tensor Unary(UnaryOp op, Tensor x, double p = 0, double q = 0)
    {
        Tensor floats = Convert(x, ScalarType.Float32);
        Tensor result = x.NewHere(x.Sizes, ScalarType.Float32);
        x.Kernels.Unary(op, floats.Floats, result.Floats, result.numel(), (float)p, (float)q);
        return result;
    }

    public static Tensor Binary(string name, BinaryOp op, Tensor a, Tensor b, ScalarType type)
    {
        long[] shape = Shapes.Broadcast(name, a.Sizes, b.Sizes);
        Place place = Places.Meet(name, ref a, ref b);
        (a, b) = (Convert(a, type), Convert(b, type));
        Tensor result = Tensor.New(shape, type, place);
        if (result.numel() > 0)
        {
            place.Kernels.Binary(
                op,
                type,
                a.Data,
                Shapes.StridesIn(a.Sizes, shape),
                b.Data,
                Shapes.StridesIn(b.Sizes, shape),
                result.Data,
                shape
            );
        }

        return result;
    }

    public static Tensor Compare(string name, CompareOp op, Tensor a, Tensor b)
    {
        long[] shape = Shapes.Broadcast(name, a.Sizes, b.Sizes);
        ScalarType type = ScalarTypes.Common(a.dtype, b.dtype);
        Place place = Places.Meet(name, ref a, ref b);
        (a, b) = (Convert(a, type), Convert(b, type));
        Tensor result = Tensor.New(shape, ScalarType.Bool, place);
        if (result.numel() > 0)
        {
            place.Kernels.Compare(
                op,
                type,
                a.Data,
                Shapes.StridesIn(a.Sizes, shape),
                b.Data,
                Shapes.StridesIn(b.Sizes, shape),
                result.Bools,
                shape
            );
        }

        return result;
    }

    /// <summary>The same values in another type; the tensor itself where it has that type.</summary>
    public static Tensor Convert(Tensor x, ScalarType type)
    {
        if (x.dtype == type)
        {
            return x;
        }

        Tensor result = x.NewHere(x.Sizes, type);
        x.Kernels.Cast(x.dtype, x.Data, type, result.Data, x.numel());
        return result;
    }

    public static Tensor Copy(Tensor x) => Copy(x, x.Place);

    /// <summary>The same values in memory of its own, here or elsewhere.</summary>
    public static Tensor Copy(Tensor x, Place place)
    {
        Tensor result = Tensor.New(x.Sizes, x.dtype, place);
        long bytes = x.numel() * ScalarTypes.Size(x.dtype);
        if (x.Place == place)
        {
            place.Copy(x.Data, result.Data, bytes);
        }
        else if (x.Place.IsHost)
        {
            place.Upload(x.Data, result.Data, bytes);
        }
        else if (place.IsHost)
        {
            x.Place.Download(x.Data, result.Data, bytes);
        }
        else
        {
            using Tensor between = Copy(x, HostPlace.Instance);
            place.Upload(between.Data, result.Data, bytes);
        }

        return result;
    }

    /// <summary>Values picked at strides, from a place on.</summary>
    public static Tensor Gather(Tensor x, long offset, long[] strides, long[] shape)
    {
        Tensor result = x.NewHere(shape, x.dtype);
        if (result.numel() > 0)
        {
            int size = ScalarTypes.Size(x.dtype);
            x.Kernels.Gather(size, (byte*)x.Data + (offset * size), strides, shape, result.Data);
        }

        return result;
    }

    /// <summary>Values put down at strides in a tensor of zeros: the way back from <see cref="Gather"/>.</summary>
    public static Tensor Scatter(Tensor values, long offset, long[] strides, long[] shape)
    {
        Tensor result = zeros(shape, values.dtype, values.device);
        if (values.numel() > 0)
        {
            int size = ScalarTypes.Size(values.dtype);
            values.Kernels.Scatter(size, values.Data, strides, values.Sizes, (byte*)result.Data + (offset * size));
        }

        return result;
    }

    /// <summary>A dimension's surroundings: what lies outside it, its size, and what lies inside.</summary>
    public static (long Outer, long Size, long Inner) Around(ReadOnlySpan<long> shape, int dim) =>
        shape.Length == 0 ? (1, 1, 1) : (Shapes.Count(shape[..dim]), shape[dim], Shapes.Count(shape[(dim + 1)..]));

    public static Tensor Reduce(ReduceOp op, Tensor x, int dim, bool keep)
    {
        if (x.dtype == ScalarType.Bool)
        {
            Tensor counted = Reduce(op, Convert(x, ScalarType.Int64), dim, keep);
            return op is ReduceOp.Maximum or ReduceOp.Minimum ? Convert(counted, ScalarType.Bool) : counted;
        }

        (long outer, long size, long inner) = Around(x.Sizes, dim);
        Tensor result = x.NewHere(Without(x.Sizes, dim, keep), x.dtype);
        x.Kernels.Reduce(op, x.dtype, x.Data, result.Data, outer, size, inner);
        return result;
    }

    public static long[] Without(long[] shape, int dim, bool keep)
    {
        long[] result = [.. shape];
        if (result.Length == 0)
        {
            return result;
        }

        if (keep)
        {
            result[dim] = 1;
            return result;
        }

        return [.. result[..dim], .. result[(dim + 1)..]];
    }
}
