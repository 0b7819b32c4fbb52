using Research.Torch;
using Research.Torch.Autograd;
using Research.Torch.Functions;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor reshape(params long[] shape) => Reshaped("reshape", shape);

        public Tensor view(params long[] shape) => Reshaped("view", shape);

        public Tensor view_as(Tensor other) => view(other.Sizes);

        private Tensor Reshaped(string operation, long[] asked)
        {
            long[] wanted = Shapes.Inferred(operation, numel(), asked);
            long[] own = Sizes;
            return Graph.Record(operation, ViewOf(0, wanted), [this], (g, _) => [g.reshape(own)]);
        }

        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            int first = Shapes.Dimension("flatten", start_dim, Sizes.Length);
            int last = Shapes.Dimension("flatten", end_dim, Sizes.Length);
            if (first > last)
            {
                throw new ArgumentException($"flatten: the first dimension, {first}, lies behind the last, {last}.");
            }

            return Sizes.Length == 0
                ? reshape(1)
                : reshape([.. Sizes[..first], Shapes.Count(Sizes.AsSpan(first..(last + 1))), .. Sizes[(last + 1)..]]);
        }

        public Tensor unflatten(long dim, params long[] sizes)
        {
            int d = Shapes.Dimension("unflatten", dim, Sizes.Length);
            return reshape([.. Sizes[..d], .. Shapes.Inferred("unflatten", Sizes[d], sizes), .. Sizes[(d + 1)..]]);
        }

        public Tensor squeeze(long? dim = null)
        {
            if (dim is not { } asked)
            {
                return reshape([.. Sizes.Where(size => size != 1)]);
            }

            int d = Shapes.Dimension("squeeze", asked, Sizes.Length);
            return Sizes.Length > 0 && Sizes[d] == 1 ? reshape([.. Sizes[..d], .. Sizes[(d + 1)..]]) : reshape(Sizes);
        }

        public Tensor unsqueeze(long dim)
        {
            int d = Shapes.Dimension("unsqueeze", dim, Sizes.Length + 1);
            return reshape([.. Sizes[..d], 1, .. Sizes[d..]]);
        }

        public Tensor permute(params long[] permutation)
        {
            int[] order = [.. permutation.Select(dim => Shapes.Dimension("permute", dim, Sizes.Length))];
            if (order.Length != Sizes.Length || order.Distinct().Count() != order.Length)
            {
                throw new ArgumentException(
                    $"permute: {Shapes.Text(permutation)} does not name each of the {Sizes.Length} dimensions of {Shapes.Text(Sizes)} once."
                );
            }

            long[] strides = Shapes.Strides(Sizes);
            var back = new long[order.Length];
            for (int d = 0; d < order.Length; d++)
            {
                back[order[d]] = d;
            }

            Tensor result = Raw.Gather(this, 0, [.. order.Select(d => strides[d])], [.. order.Select(d => Sizes[d])]);
            return Graph.Record("permute", result, [this], (g, _) => [g.permute(back)]);
        }

        public Tensor transpose(long dim0, long dim1)
        {
            int a = Shapes.Dimension("transpose", dim0, Sizes.Length);
            int b = Shapes.Dimension("transpose", dim1, Sizes.Length);
            if (Sizes.Length == 0)
            {
                return alias();
            }

            long[] order = [.. Enumerable.Range(0, Sizes.Length).Select(d => (long)d)];
            (order[a], order[b]) = (order[b], order[a]);
            return permute(order);
        }

        public Tensor t() =>
            Sizes.Length > 2
                ? throw new ArgumentException($"t: a matrix is needed; the tensor has shape {Shapes.Text(Sizes)}. Use transpose.")
            : Sizes.Length < 2 ? alias()
            : transpose(0, 1);

        public Tensor T => permute([.. Enumerable.Range(0, Sizes.Length).Reverse().Select(d => (long)d)]);

        public Tensor mT => transpose(-2, -1);

        public Tensor expand(params long[] sizes) => expand(sizes, isImplicit: false);

        /// <summary>Repeats dimensions of size 1; −1 keeps a size.</summary>
        public Tensor expand(long[] sizes, bool isImplicit)
        {
            int extra = sizes.Length - Sizes.Length;
            long[] shape = [.. sizes];
            for (int d = Math.Max(0, extra); d < shape.Length; d++)
            {
                shape[d] = shape[d] == -1 ? Sizes[d - extra] : shape[d];
                if (Sizes[d - extra] != shape[d] && Sizes[d - extra] != 1)
                {
                    extra = -1;
                    break;
                }
            }

            if (extra < 0)
            {
                throw new ArgumentException(
                    $"expand: {Shapes.Text(Sizes)} does not expand to {Shapes.Text(sizes)}; counted from the right, each size must be equal or 1."
                );
            }

            if (Shapes.Same(shape, Sizes))
            {
                return alias();
            }

            long[] own = Sizes;
            Tensor result = Raw.Gather(this, 0, Shapes.StridesIn(Sizes, shape), shape);
            return Graph.Record("expand", result, [this], (g, _) => [Gradients.SumTo(g, own)]);
        }

        public Tensor expand_as(Tensor other) => expand(other.Sizes);

        public Tensor broadcast_to(params long[] shape) => expand(shape);

        public Tensor repeat(params long[] sizes)
        {
            if (sizes.Length < Sizes.Length || sizes.Any(times => times < 0))
            {
                throw new ArgumentException(
                    $"repeat: {Shapes.Text(sizes)} does not say how often to repeat each dimension of {Shapes.Text(Sizes)}; a number of at least 0 for each is needed."
                );
            }

            long[] own = [.. Enumerable.Repeat(1L, Math.Max(0, sizes.Length - Sizes.Length)), .. Sizes];
            long[] spread = [.. own.SelectMany((size, d) => new[] { 1, size })];
            long[] repeated = [.. own.SelectMany((size, d) => new[] { sizes[d], size })];
            return reshape(spread).expand(repeated).reshape([.. own.Select((size, d) => size * sizes[d])]);
        }

        public Tensor flip(params long[] dims)
        {
            long[] strides = Shapes.Strides(Sizes);
            long offset = 0;
            foreach (long dim in dims)
            {
                int d = Shapes.Dimension("flip", dim, Sizes.Length);
                offset += (Sizes[d] - 1) * strides[d];
                strides[d] = -strides[d];
            }

            return Graph.Record(
                "flip",
                Raw.Gather(this, numel() == 0 ? 0 : offset, strides, Sizes),
                [this],
                (g, _) => [g.flip(dims)]
            );
        }

        public Tensor narrow(long dim, long start, long length)
        {
            int d = Shapes.Dimension("narrow", dim, Sizes.Length);
            start = start < 0 ? start + Sizes[d] : start;
            if (start < 0 || length < 0 || start + length > Sizes[d])
            {
                throw new ArgumentOutOfRangeException(
                    nameof(start),
                    $"narrow: {start} … {start + length - 1} lies outside dimension {d} of size {Sizes[d]}."
                );
            }

            return slice(d, start, start + length, 1);
        }

        /// <summary>Every step-th slice from start to before finish; places outside are cut off, negative ones count from the end.</summary>
        public Tensor slice(long dim, long start, long finish, long step)
        {
            int d = Shapes.Dimension("slice", dim, Sizes.Length);
            if (step < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(step), $"slice: the step is {step}; it must be at least 1.");
            }

            long size = Sizes[d];
            start = Math.Clamp(start < 0 ? start + size : start, 0, size);
            finish = Math.Clamp(finish < 0 ? finish + size : finish, start, size);
            long[] shape = [.. Sizes];
            shape[d] = (finish - start + step - 1) / step;
            long[] strides = Shapes.Strides(Sizes);
            long offset = start * strides[d];
            bool whole = step == 1 && Sizes[..d].All(outer => outer == 1); // whole rows lie together
            strides[d] *= step;
            (long[] own, long[] places) = (Sizes, strides);
            Tensor result = whole ? ViewOf(offset, shape) : Raw.Gather(this, offset, strides, shape);
            return Graph.Record("slice", result, [this], (g, _) => [Placed(g, offset, places, own)]);
        }

        public Tensor select(long dim, long index)
        {
            int d = Shapes.Dimension("select", dim, Sizes.Length);
            if (Sizes.Length == 0 || index < -Sizes[d] || index >= Sizes[d])
            {
                throw new ArgumentOutOfRangeException(
                    nameof(index),
                    $"select: index {index} lies outside dimension {d} of a tensor of shape {Shapes.Text(Sizes)}."
                );
            }

            index = index < 0 ? index + Sizes[d] : index;
            return slice(d, index, index + 1, 1).squeeze(d);
        }

        // Values put down in zeros; its own way back picks them up again.
        internal static Tensor Placed(Tensor values, long offset, long[] strides, long[] shape)
        {
            long[] own = values.Sizes;
            return Graph.Record(
                "slice_backward",
                Raw.Scatter(values, offset, strides, shape),
                [values],
                (g, _) => [Picked(g, offset, strides, own)]
            );
        }

        private static Tensor Picked(Tensor source, long offset, long[] strides, long[] shape)
        {
            long[] own = source.Sizes;
            return Graph.Record(
                "pick",
                Raw.Gather(source, offset, strides, shape),
                [source],
                (g, _) => [Placed(g, offset, strides, own)]
            );
        }
    }

    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);

    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);
}
