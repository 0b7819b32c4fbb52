using Research.Torch;
using Research.Torch.Autograd;
using Research.Torch.Devices;
using Research.Torch.Functions;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors one after another along a dimension; their other sizes are equal.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        if (tensors.Count == 0)
        {
            throw new ArgumentException("cat: no tensor was given; at least one is needed.");
        }

        if (tensors.Any(tensor => tensor.Sizes.Length == 0))
        {
            throw new ArgumentException("cat: single numbers have no dimension to be joined along; use stack.");
        }

        int d = Shapes.Dimension("cat", dim, tensors[0].Sizes.Length);
        ScalarType type = tensors.Select(tensor => tensor.dtype).Aggregate(ScalarTypes.Common);
        foreach (Tensor tensor in tensors)
        {
            if (
                !Shapes.Same(
                    Raw.Without(tensor.Sizes, Math.Min(d, Math.Max(0, tensor.Sizes.Length - 1)), true),
                    Raw.Without(tensors[0].Sizes, d, true)
                )
            )
            {
                throw new ArgumentException(
                    $"cat: shapes {Shapes.Text(tensors[0].Sizes)} and {Shapes.Text(tensor.Sizes)} differ in more than dimension {d}, along which they are joined."
                );
            }
        }

        long[] shape = [.. tensors[0].Sizes];
        shape[d] = tensors.Sum(tensor => tensor.Sizes[d]);
        Tensor[] inputs = [.. tensors];
        long[] sizes = [.. inputs.Select(tensor => tensor.Sizes[d])];
        Tensor result = Join(inputs, type, shape, d);
        return Graph.Record("cat", result, inputs, (g, _) => [.. g.split(sizes, d)]);
    }

    private static unsafe Tensor Join(Tensor[] tensors, ScalarType type, long[] shape, int d)
    {
        Place place = Places.Common("cat", [.. tensors]);
        Tensor result = Tensor.New(shape, type, place);
        long[] strides = Shapes.Strides(shape);
        int element = ScalarTypes.Size(type);
        long at = 0;
        foreach (Tensor tensor in tensors)
        {
            if (tensor.numel() > 0)
            {
                Tensor values = Raw.Convert(tensor, type);
                place.Kernels.Scatter(
                    element,
                    values.Data,
                    strides,
                    values.Sizes,
                    (byte*)result.Data + (at * strides[d] * element)
                );
            }

            at += tensor.Sizes[d];
        }

        return result;
    }

    /// <summary>Tensors of one shape along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        Tensor[] given = [.. tensors];
        if (given.Length == 0)
        {
            throw new ArgumentException("stack: no tensor was given; at least one is needed.");
        }

        if (Array.Find(given, tensor => !Shapes.Same(tensor.Sizes, given[0].Sizes)) is { } other)
        {
            throw new ArgumentException(
                $"stack: shapes {Shapes.Text(given[0].Sizes)} and {Shapes.Text(other.Sizes)} differ; all must be equal."
            );
        }

        return cat([.. given.Select(tensor => tensor.unsqueeze(dim))], dim);
    }

    public static Tensor hstack(IList<Tensor> tensors) => cat(tensors, tensors[0].Sizes.Length == 1 ? 0 : 1);

    public static Tensor vstack(IList<Tensor> tensors) =>
        cat([.. tensors.Select(tensor => tensor.Sizes.Length == 1 ? tensor.unsqueeze(0) : tensor)], 0);

    public partial class Tensor
    {
        public Tensor[] split(long size, int dim = 0)
        {
            int d = Shapes.Dimension("split", dim, Sizes.Length);
            if (size < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(size), $"split: the size is {size}; it must be at least 1.");
            }

            long count = Math.Max(1, (Sizes[d] + size - 1) / size);
            return split([.. Enumerable.Range(0, (int)count).Select(i => Math.Min(size, Sizes[d] - (i * size)))], d);
        }

        public Tensor[] split(long[] sizes, long dim = 0)
        {
            int d = Shapes.Dimension("split", dim, Sizes.Length);
            if (sizes.Sum() != Sizes[d])
            {
                throw new ArgumentException(
                    $"split: sizes {Shapes.Text(sizes)} add up to {sizes.Sum()}; dimension {d} has {Sizes[d]}."
                );
            }

            var parts = new Tensor[sizes.Length];
            long at = 0;
            for (int i = 0; i < sizes.Length; i++)
            {
                parts[i] = narrow(d, at, sizes[i]);
                at += sizes[i];
            }

            return parts;
        }

        public Tensor[] chunk(long chunks, long dim = 0L)
        {
            int d = Shapes.Dimension("chunk", dim, Sizes.Length);
            if (chunks < 1)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(chunks),
                    $"chunk: {chunks} chunks were asked for; at least 1 is needed."
                );
            }

            return split(Math.Max(1, (Sizes[d] + chunks - 1) / chunks), d);
        }

        public Tensor[] unbind(long dimension = 0L)
        {
            int d = Shapes.Dimension("unbind", dimension, Sizes.Length);
            return [.. Enumerable.Range(0, (int)Sizes[d]).Select(i => select(d, i))];
        }
    }

    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0L) =>
        tensor.split(split_size_or_sections, dim);

    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0L) => input.chunk(chunks, dim);

    public static Tensor[] unbind(Tensor input, long dim = 0L) => input.unbind(dim);
}
