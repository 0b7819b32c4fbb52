using Research.Torch;
using Research.Torch.Autograd;
using Research.Torch.Devices;
using Research.Torch.Functions;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>result[i, j, k] = this[index[i, j, k], j, k] for dimension 0, and so on.</summary>
        public Tensor gather(long dim, Tensor index)
        {
            int d = Shapes.Dimension("gather", dim, Sizes.Length);
            if (Sizes.Length == 0)
            {
                return reshape(1).gather(0, index.reshape(index.numel())).reshape(index.Sizes);
            }

            CheckAlong("gather", d, index, Sizes, Sizes[d]);
            (Tensor source, long[] own) = (FittedTo(index, d), Sizes);
            Tensor result = TakeAlong(source, d, index);
            return Graph.Record(
                "gather",
                result,
                [source],
                (g, s) => [torch.zeros(source.Sizes, device: g.device).scatter_add(d, s[0], g)],
                index
            );
        }

        public Tensor take_along_dim(Tensor indices, long dim) => gather(dim, indices);

        public Tensor scatter(long dim, Tensor index, Tensor src)
        {
            int d = Shapes.Dimension("scatter", dim, Sizes.Length);
            if (!Covers(index, src, d))
            {
                return Flattened("scatter", d, index, src, (own, places, values) => own.scatter(0, places, values));
            }

            return Graph.Record(
                "scatter",
                PutAlong(this, d, index, src, add: false),
                [this, src],
                (g, s) => [g.scatter(d, s[0], torch.zeros_like(g.gather(d, s[0]))), g.gather(d, s[0])],
                index
            );
        }

        public Tensor scatter_add(long dim, Tensor index, Tensor src)
        {
            int d = Shapes.Dimension("scatter_add", dim, Sizes.Length);
            if (!Covers(index, src, d))
            {
                return Flattened("scatter_add", d, index, src, (own, places, values) => own.scatter_add(0, places, values));
            }

            return Graph.Record(
                "scatter_add",
                PutAlong(this, d, index, src, add: true),
                [this, src],
                (g, s) => [g, s.Needs(1) ? g.gather(d, s[0]) : null],
                index
            );
        }

        public Tensor scatter_(long dim, Tensor index, Tensor src) => Become("scatter_", scatter(dim, index, src));

        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Become("scatter_add_", scatter_add(dim, index, src));

        /// <summary>Whole slices of a dimension, in the order of the indices.</summary>
        public unsafe Tensor index_select(long dim, Tensor index)
        {
            int d = Shapes.Dimension("index_select", dim, Sizes.Length);
            CheckIndex("index_select", index, Sizes[d]);
            if (index.Sizes.Length > 1)
            {
                throw new ArgumentException(
                    $"index_select: the index must be a vector; it has shape {Shapes.Text(index.Sizes)}."
                );
            }

            (long outer, long size, long inner) = Raw.Around(Sizes, d);
            long[] shape = [.. Sizes];
            shape[d] = index.numel();
            Places.Common("index_select", this, index);
            Tensor result = NewHere(shape, dtype);
            Kernels.TakeSlices(ScalarTypes.Size(dtype), Data, index.Longs, result.Data, outer, size, index.numel(), inner);
            long[] own = Sizes;
            return Graph.Record("index_select", result, [this], (g, s) => [AddSlices(g, d, s[0], own)], index);
        }

        internal static unsafe Tensor AddSlices(Tensor slices, int d, Tensor index, long[] shape)
        {
            (long outer, long size, long inner) = Raw.Around(shape, d);
            Tensor result = torch.zeros(shape, device: slices.device);
            slices.Kernels.AddSlices(slices.Floats, index.Longs, result.Floats, outer, size, index.numel(), inner);
            return Graph.Record("index_add", result, [slices], (g, s) => [g.index_select(d, s[0])], index);
        }

        /// <summary>Values sorted along a dimension, and where each came from; equal values keep their order.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            Tensor order = argsort(dim, descending);
            return (gather(dim, order), order);
        }

        public unsafe Tensor argsort(long dim = -1, bool descending = false)
        {
            Tensor source = dtype == ScalarType.Bool ? Raw.Convert(this, ScalarType.Int64) : this;
            int d = Shapes.Dimension("argsort", dim, Sizes.Length);
            (long outer, long size, long inner) = Raw.Around(Sizes, d);
            Tensor result = NewHere(Sizes, ScalarType.Int64);
            Kernels.ArgSort(source.dtype, source.Data, result.Longs, outer, size, inner, descending);
            return result;
        }

        /// <summary>The k largest (or smallest) values of each line, in order.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            int d = Shapes.Dimension("topk", dim, Sizes.Length);
            if (k < 0 || (Sizes.Length > 0 && k > Sizes[d]))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(k),
                    $"topk: {k} values were asked for of a dimension of {Sizes[d]}."
                );
            }

            Tensor order = argsort(d, largest).narrow(d, 0, k);
            return (gather(d, order), order);
        }

        public unsafe Tensor nonzero()
        {
            using Tensor truth = Truth().cpu();
            long[] strides = Shapes.Strides(Sizes);
            var rows = new List<long>();
            for (long i = 0; i < truth.numel(); i++)
            {
                if (truth.Bools[i])
                {
                    rows.AddRange(strides.Select((stride, d) => i / stride % Sizes[d]));
                }
            }

            long count = Sizes.Length == 0 ? truth.numel() : rows.Count / Sizes.Length;
            return tensor(rows.ToArray(), [count, Sizes.Length], device: device);
        }

        public Tensor masked_select(Tensor mask)
        {
            Tensor wide = mask.expand(Sizes);
            Tensor places = wide.flatten().nonzero().flatten();
            return flatten().index_select(0, places);
        }

        public unsafe Tensor tril(long diagonal = 0) => masked_fill(Triangle("tril", diagonal, below: false), 0f);

        public unsafe Tensor triu(long diagonal = 0) => masked_fill(Triangle("triu", diagonal, below: true), 0f);

        private unsafe Tensor Triangle(string operation, long diagonal, bool below)
        {
            if (Sizes.Length < 2)
            {
                throw new ArgumentException(
                    $"{operation}: at least two dimensions are needed; the tensor has shape {Shapes.Text(Sizes)}."
                );
            }

            (long rows, long columns) = (Sizes[^2], Sizes[^1]);
            Tensor mask = New([rows, columns], ScalarType.Bool, HostPlace.Instance);
            for (long i = 0; i < rows * columns; i++)
            {
                (long r, long c) = (i / columns, i % columns);
                mask.Bools[i] = below ? c < r + diagonal : c > r + diagonal;
            }

            return mask.to(device);
        }

        internal static unsafe void CheckIndex(string operation, Tensor index, long size)
        {
            if (index.dtype != ScalarType.Int64)
            {
                throw new ArgumentException($"{operation}: the index must be Int64; it is {index.dtype}.");
            }

            index.Kernels.CheckIndex(operation, index.Longs, index.numel(), size);
        }

        private static void CheckAlong(string operation, int d, Tensor index, long[] shape, long size)
        {
            bool fits = index.Sizes.Length == shape.Length;
            for (int i = 0; fits && i < shape.Length; i++)
            {
                fits = i == d || index.Sizes[i] <= shape[i];
            }

            if (!fits)
            {
                throw new ArgumentException(
                    $"{operation}: an index of shape {Shapes.Text(index.Sizes)} does not fit shape {Shapes.Text(shape)}; it must have as many dimensions, and no size larger but that of dimension {d}."
                );
            }

            CheckIndex(operation, index, size);
        }

        // The index may be smaller in other dimensions: then only that part takes part.
        private Tensor FittedTo(Tensor index, int d)
        {
            Tensor fitted = this;
            for (int i = 0; i < Sizes.Length; i++)
            {
                fitted = i != d && index.Sizes[i] < Sizes[i] ? fitted.narrow(i, 0, index.Sizes[i]) : fitted;
            }

            return fitted;
        }

        private static unsafe Tensor TakeAlong(Tensor source, int d, Tensor index)
        {
            (long outer, long size, long inner) = Raw.Around(source.Sizes, d);
            Tensor result = New(index.Sizes, source.dtype, Places.Common("gather", source, index));
            long taken = index.Sizes.Length == 0 ? 1 : index.Sizes[d];
            source.Kernels.TakeAlong(
                ScalarTypes.Size(source.dtype),
                source.Data,
                index.Longs,
                result.Data,
                outer,
                size,
                taken,
                inner
            );
            return result;
        }

        // Whether the index names a place for all that lies across its dimension, and the source has a value for each.
        private bool Covers(Tensor index, Tensor source, int d) =>
            index.Sizes.Length != Sizes.Length
            || (
                Shapes.Same(index.Sizes, source.Sizes)
                && !Sizes.Where((size, i) => i != d && i < index.Sizes.Length && index.Sizes[i] != size).Any()
            );

        // A smaller index, or a larger source: only the index's part takes part, place by place.
        private Tensor Flattened(string operation, int d, Tensor index, Tensor source, Func<Tensor, Tensor, Tensor, Tensor> put)
        {
            CheckAlong(operation, d, index, Sizes, Sizes[d]);
            bool fits = source.Sizes.Length == index.Sizes.Length;
            for (int i = 0; fits && i < index.Sizes.Length; i++)
            {
                fits = index.Sizes[i] <= source.Sizes[i];
            }

            if (!fits)
            {
                throw new ArgumentException(
                    $"{operation}: index {Shapes.Text(index.Sizes)} and source {Shapes.Text(source.Sizes)}: the source must have as many dimensions, and no size smaller."
                );
            }

            Tensor places = arange(0, numel(), device: device).reshape(Sizes).gather(d, index).flatten();
            return put(flatten(), places, source.FittedTo(index, -1).flatten()).reshape(Sizes);
        }

        private static unsafe Tensor PutAlong(Tensor target, int d, Tensor index, Tensor source, bool add)
        {
            string operation = add ? "scatter_add" : "scatter";
            CheckAlong(operation, d, index, target.Sizes, target.Sizes[d]);
            bool whole = !target.Sizes.Where((size, i) => i != d && index.Sizes[i] != size).Any();
            if (!whole || !Shapes.Same(index.Sizes, source.Sizes) || source.dtype != target.dtype)
            {
                throw new ArgumentException(
                    $"{operation}: index {Shapes.Text(index.Sizes)} and source {Shapes.Text(source.Sizes)} ({source.dtype}) must have one shape, equal to the target's {Shapes.Text(target.Sizes)} ({target.dtype}) but in dimension {d}, and one type."
                );
            }

            Tensor result = Raw.Copy(target);
            (long outer, long size, long inner) = Raw.Around(target.Sizes, d);
            Places
                .Common(operation, target, index, source)
                .Kernels.PutAlong(add, target.dtype, source.Data, index.Longs, result.Data, outer, size, index.Sizes[d], inner);
            return result;
        }
    }

    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);

    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    public static (Tensor Values, Tensor Indices) sort(
        Tensor input,
        long dim = -1,
        bool descending = false,
        bool stable = false
    ) => input.sort(dim, descending, stable);

    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => input.argsort(dim, descending);

    public static (Tensor values, Tensor indexes) topk(
        Tensor tensor,
        int k,
        int dim = -1,
        bool largest = true,
        bool sorted = true
    ) => tensor.topk(k, dim, largest, sorted);

    public static Tensor nonzero(Tensor input) => input.nonzero();

    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);
}
