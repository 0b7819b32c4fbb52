using Research.Torch;
using Research.Torch.Autograd;
using Research.Torch.Functions;
using Research.Torch.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => sum([.. AllDimensions()], false, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null)
        {
            Tensor source =
                type is { } asked ? to_type(asked)
                : dtype == ScalarType.Bool ? to_type(ScalarType.Int64)
                : this;
            int[] dims = source.Dims("sum", dim);
            long[] own = source.Sizes;
            long[] kept = [.. own.Select((size, d) => dims.Contains(d) ? 1 : size)];
            Tensor result = Collapse(ReduceOp.Sum, source, dims, keepdim);
            return Graph.Record("sum", result, [source], (g, _) => [g.reshape(kept).expand(own)]);
        }

        public Tensor mean() => mean([.. AllDimensions()]);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null)
        {
            if (dtype != ScalarType.Float32 && type is null)
            {
                throw new ArgumentException($"mean: the elements are {dtype}; a mean needs Float32. Convert them, or give type.");
            }

            int[] dims = Dims("mean", dimensions);
            long count = dims.Aggregate(1L, (product, d) => product * Sizes[d]);
            return sum(dimensions, keepdim, type) / (double)count;
        }

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            int[] dims = Dims("var", dimensions);
            long count = dims.Aggregate(1L, (product, d) => product * Sizes[d]);
            Tensor deviation = this - mean(dimensions, keepdim: true);
            return deviation.square().sum(dimensions, keepdim) / (double)(count - (unbiased ? 1 : 0));
        }

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);

        public Tensor var(bool unbiased = true) => var([.. AllDimensions()], unbiased);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(dimensions, unbiased, keepdim, type).sqrt();

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim], unbiased, keepdim, type);

        public Tensor std(bool unbiased = true) => std([.. AllDimensions()], unbiased);

        public Tensor max() => amax([.. AllDimensions()]);

        public Tensor min() => amin([.. AllDimensions()]);

        public Tensor max(Tensor other) => maximum(other);

        public Tensor min(Tensor other) => minimum(other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Extreme("max", dim, keepdim, largest: true);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Extreme("min", dim, keepdim, largest: false);

        public Tensor amax(params long[] dims) => Extremes("amax", ReduceOp.Maximum, dims, false);

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Extremes("amax", ReduceOp.Maximum, dims, keepdim);

        public Tensor amin(params long[] dims) => Extremes("amin", ReduceOp.Minimum, dims, false);

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Extremes("amin", ReduceOp.Minimum, dims, keepdim);

        public Tensor argmax() => flatten().argmax(0);

        public Tensor argmax(long dim, bool keepdim = false) => ArgReduce("argmax", dim, keepdim, largest: true);

        public Tensor argmin() => flatten().argmin(0);

        public Tensor argmin(long dim, bool keepdim = false) => ArgReduce("argmin", dim, keepdim, largest: false);

        public Tensor all() =>
            numel() == 0 ? full([], true, device: device) : Truth().to_type(ScalarType.Int64).amin([.. AllDimensions()]).eq(1);

        public Tensor all(long dim, bool keepdim = false) => Truth().to_type(ScalarType.Int64).amin([dim], keepdim).eq(1);

        public Tensor any() =>
            numel() == 0 ? full([], false, device: device) : Truth().to_type(ScalarType.Int64).amax([.. AllDimensions()]).eq(1);

        public Tensor any(long dim, bool keepdim = false) => Truth().to_type(ScalarType.Int64).amax([dim], keepdim).eq(1);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null)
        {
            Tensor source = type is { } asked ? to_type(asked) : this;
            int d = Shapes.Dimension("prod", dim, source.Sizes.Length);
            if (Graph.Wanted(source))
            {
                throw new NotSupportedException("prod: its gradient is not part of this engine; use log, sum and exp.");
            }

            return Raw.Reduce(ReduceOp.Product, source, d, keepdim);
        }

        public unsafe Tensor cumsum(long dim, ScalarType? type = null)
        {
            Tensor source =
                type is { } asked ? to_type(asked)
                : dtype == ScalarType.Bool ? to_type(ScalarType.Int64)
                : this;
            int d = Shapes.Dimension("cumsum", dim, source.Sizes.Length);
            (long outer, long size, long inner) = Raw.Around(source.Sizes, d);
            Tensor result = source.NewHere(source.Sizes, source.dtype);
            source.Kernels.CumulativeSum(source.dtype, source.Data, result.Data, outer, size, inner);
            return Graph.Record("cumsum", result, [source], (g, _) => [g.flip(d).cumsum(d).flip(d)]);
        }

        public Tensor logsumexp(long dim, bool keepdim = false)
        {
            Tensor most = detach().amax([dim], keepdim: true);
            most = torch.where(most.isinf(), torch.zeros_like(most), most);
            Tensor sum = (this - most).exp().sum([dim], keepdim: true).log() + most;
            return keepdim ? sum : sum.squeeze(dim);
        }

        public Tensor norm(float p = 2.0f) => flatten().norm(0, false, p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) =>
            p switch
            {
                2 => SquareRootSafe(square().sum([dim], keepdim)),
                1 => abs().sum([dim], keepdim),
                float.PositiveInfinity => abs().amax([dim], keepdim),
                _ => abs().pow(p).sum([dim], keepdim).pow(1.0 / p),
            };

        public unsafe Tensor softmax(long dim, ScalarType? dtype = null) => Softmax("softmax", dim, logarithm: false);

        public unsafe Tensor log_softmax(long dim, ScalarType? dtype = null) => Softmax("log_softmax", dim, logarithm: true);

        private unsafe Tensor Softmax(string name, long dim, bool logarithm)
        {
            Tensor source = Raw.Convert(this, ScalarType.Float32);
            int d = Shapes.Dimension(name, dim, Sizes.Length);
            (long outer, long size, long inner) = Raw.Around(Sizes, d);
            Tensor result = NewHere(Sizes, ScalarType.Float32);
            if (result.numel() > 0)
            {
                Kernels.Softmax(logarithm, source.Floats, result.Floats, outer, size, inner);
            }

            return Graph.Record(name, result, [this], (g, s) => [SoftmaxBackward(logarithm, g, s[0], d)], result);
        }

        private static unsafe Tensor SoftmaxBackward(bool logarithm, Tensor g, Tensor y, int d)
        {
            if (GradMode.Enabled)
            {
                return logarithm ? g - (y.exp() * g.sum([d], keepdim: true)) : y * (g - (g * y).sum([d], keepdim: true));
            }

            (long outer, long size, long inner) = Raw.Around(y.Sizes, d);
            Tensor result = y.NewHere(y.Sizes, ScalarType.Float32);
            y.Kernels.SoftmaxBackward(logarithm, g.Floats, y.Floats, result.Floats, outer, size, inner);
            return result;
        }

        private IEnumerable<long> AllDimensions() => Enumerable.Range(0, Sizes.Length).Select(d => (long)d);

        internal int[] Dims(string operation, long[] dims) =>
            [.. dims.Select(dim => Shapes.Dimension(operation, dim, Sizes.Length)).Distinct().Order()];

        // Innermost first, so that the dimensions still to come keep their numbers.
        private static Tensor Collapse(ReduceOp op, Tensor source, int[] dims, bool keep)
        {
            if (source.numel() == 0 && op != ReduceOp.Sum)
            {
                throw new InvalidOperationException(
                    $"A tensor of shape {Shapes.Text(source.Sizes)} has no element to take the largest or smallest of."
                );
            }

            if (dims.Length == source.Sizes.Length && dims.Length > 0)
            {
                Tensor whole = Raw.Reduce(op, source.ViewOf(0, [source.numel()]), 0, false);
                return keep ? whole.ViewOf(0, [.. dims.Select(_ => 1L)]) : whole;
            }

            // Neighbouring dimensions lie in memory as one, and are summed as one.
            Tensor result = source;
            for (int end = dims.Length; end > 0; )
            {
                int begin = end - 1;
                while (begin > 0 && dims[begin - 1] == dims[begin] - 1)
                {
                    begin--;
                }

                result = Raw.Reduce(op, result.Joined(dims[begin], dims[end - 1]), dims[begin], false);
                end = begin;
            }

            result = ReferenceEquals(result, source) ? Raw.Copy(source) : result;
            long[] kept = [.. source.Sizes.Select((size, d) => dims.Contains(d) ? 1 : size)];
            return keep ? new Tensor(result.Block.Share(), 0, kept, result.dtype, isView: false).InScope() : result;
        }

        // The same memory with neighbouring dimensions as one.
        private Tensor Joined(int first, int last) =>
            first == last
                ? this
                : ViewOf(0, [.. Sizes[..first], Shapes.Count(Sizes.AsSpan()[first..(last + 1)]), .. Sizes[(last + 1)..]]);

        private unsafe Tensor ArgReduce(string name, long dim, bool keep, bool largest)
        {
            Tensor source = dtype == ScalarType.Bool ? Raw.Convert(this, ScalarType.Int64) : this;
            int d = Shapes.Dimension(name, dim, Sizes.Length);
            (long outer, long size, long inner) = Raw.Around(Sizes, d);
            if (size == 0)
            {
                throw new InvalidOperationException($"{name}: dimension {d} of {Shapes.Text(Sizes)} is empty.");
            }

            Tensor result = NewHere(Raw.Without(Sizes, d, keep), ScalarType.Int64);
            Kernels.ArgReduce(largest, source.dtype, source.Data, result.Longs, outer, size, inner);
            return result;
        }

        private (Tensor values, Tensor indexes) Extreme(string name, long dim, bool keep, bool largest)
        {
            Tensor index = ArgReduce(name, dim, keep: true, largest);
            Tensor values = gather(dim, index);
            return keep || Sizes.Length == 0 ? (values, index) : (values.squeeze(dim), index.squeeze(dim));
        }

        // Equal extremes share the gradient evenly, as in PyTorch.
        private Tensor Extremes(string name, ReduceOp op, long[] dims, bool keep)
        {
            int[] all = dims.Length == 0 ? [.. Enumerable.Range(0, Sizes.Length)] : Dims(name, dims);
            long[] kept = [.. Sizes.Select((size, d) => all.Contains(d) ? 1 : size)];
            long[] axes = [.. all.Select(d => (long)d)];
            Tensor result = Collapse(op, this, all, keep);
            return Graph.Record(
                name,
                result,
                [this],
                (g, s) =>
                {
                    Tensor mask = s[0].eq(s[1].reshape(kept)).to_type(ScalarType.Float32);
                    return [mask / mask.sum(axes, keepdim: true) * g.reshape(kept)];
                },
                this,
                result
            );
        }

        // At a norm of zero PyTorch's gradient is zero.
        private static Tensor SquareRootSafe(Tensor squares)
        {
            Tensor zero = squares.eq(0f);
            return torch.where(zero, squares * 0f, torch.where(zero, torch.ones_like(squares), squares).sqrt());
        }
    }

    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    public static Tensor mean(Tensor input) => input.mean();

    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);

    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) => input.max(dim, keepdim);

    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) => input.min(dim, keepdim);

    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => input.cumsum(dim, type);

    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => input.logsumexp(dim, keepdim);

    public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

    public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);
}
