using Research.Torch;
using Research.Torch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index([.. indices.Select(TensorIndex.Tensor)]);
            set => index_put_(value, [.. indices.Select(TensorIndex.Tensor)]);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => index(i1);
            set => index_put_(value, i1);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => index(i1, i2);
            set => index_put_(value, i1, i2);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => index(i1, i2, i3);
            set => index_put_(value, i1, i2, i3);
        }

        /// <summary>The part that the index names, as PyTorch's x[...]: places and ranges first, then lists of places and masks together.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            (Tensor part, Tensor?[] lists) = Plain(this, indices);
            return Array.Exists(lists, list => list is not null) ? Advanced(part, lists) : part;
        }

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            // The same index picks out of the places themselves where each value goes.
            Tensor places = arange(0, numel(), device: device).reshape(Sizes).index(indices);
            Tensor wide = value.to(device).to_type(dtype).expand(places.Sizes).flatten();
            Tensor flat = places.flatten();
            if (Graph.Wanted(this, value))
            {
                Tensor whole = flatten().scatter(0, Deduplicated(flat, ref wide), wide).reshape(Sizes);
                return Become("index_put_", whole);
            }

            PutInPlace(flat, wide);
            return this;
        }

        public Tensor index_put_(Scalar value, params TensorIndex[] indices) =>
            index_put_(full([], value, dtype, device), indices);

        private unsafe void PutInPlace(Tensor places, Tensor values)
        {
            Kernels.PutAlong(false, dtype, values.Data, places.Longs, Data, 1, numel(), places.numel(), 1);
            Block.Version++;
        }

        // Of values for one place the last stays, and only that one gets the gradient.
        private static Tensor Deduplicated(Tensor places, ref Tensor values)
        {
            long[] given = places.data<long>().ToArray();
            var last = new Dictionary<long, long>();
            for (int i = 0; i < given.Length; i++)
            {
                last[given[i]] = i;
            }

            if (last.Count == given.Length)
            {
                return places;
            }

            values = values.index_select(0, tensor(last.Values.ToArray(), device: values.device));
            return tensor(last.Keys.ToArray(), device: places.device);
        }

        // Places, ranges and new dimensions; lists and masks are handed back with the dimensions that they stand at.
        private static (Tensor Part, Tensor?[] Lists) Plain(Tensor source, TensorIndex[] indices)
        {
            int named = indices.Sum(Consumed);
            if (named > source.Sizes.Length)
            {
                throw new ArgumentException(
                    $"index: {named} positions for a tensor of {source.Sizes.Length} dimensions, {Shapes.Text(source.Sizes)}."
                );
            }

            var lists = new List<Tensor?>();
            int d = 0;
            foreach (TensorIndex index in indices)
            {
                switch (index.Kind)
                {
                    case TensorIndex.Sort.Null:
                        source = source.unsqueeze(d++);
                        lists.Add(null);
                        break;
                    case TensorIndex.Sort.Ellipsis:
                        int skipped = source.Sizes.Length - d - Remaining(indices, index);
                        lists.AddRange(Enumerable.Repeat<Tensor?>(null, skipped));
                        d += skipped;
                        break;
                    case TensorIndex.Sort.Single:
                        source = source.select(d, index.Start!.Value);
                        break;
                    case TensorIndex.Sort.Slice:
                        source = source.slice(d, index.Start ?? 0, index.Stop ?? long.MaxValue, index.Step ?? 1);
                        lists.Add(null);
                        d++;
                        break;
                    case TensorIndex.Sort.Tensor:
                        Tensor[] places = Lists(source, d, index.Places!);
                        lists.AddRange(places);
                        d += places.Length;
                        break;
                    default:
                        throw new NotSupportedException("index: a single truth value as an index is not part of this engine.");
                }
            }

            lists.AddRange(Enumerable.Repeat<Tensor?>(null, source.Sizes.Length - lists.Count));
            return (source, [.. lists]);
        }

        private static int Consumed(TensorIndex index) =>
            index.Kind switch
            {
                TensorIndex.Sort.Null or TensorIndex.Sort.Ellipsis => 0,
                TensorIndex.Sort.Tensor when index.Places!.dtype == ScalarType.Bool => index.Places.Sizes.Length,
                _ => 1,
            };

        private static int Remaining(TensorIndex[] indices, TensorIndex ellipsis) =>
            indices[(Array.FindIndex(indices, index => index.Kind == TensorIndex.Sort.Ellipsis) + 1)..].Sum(Consumed);

        private static Tensor[] Lists(Tensor source, int d, Tensor places)
        {
            if (places.dtype == ScalarType.Bool)
            {
                long[] covered = source.Sizes[d..(d + places.Sizes.Length)];
                if (!Shapes.Same(covered, places.Sizes))
                {
                    throw new ArgumentException(
                        $"index: a mask of shape {Shapes.Text(places.Sizes)} does not fit dimensions {Shapes.Text(covered)}; they must be equal."
                    );
                }

                Tensor rows = places.nonzero();
                return [.. Enumerable.Range(0, places.Sizes.Length).Select(i => rows.select(1, i))];
            }

            Tensor wrapped = torch.where(places.lt(0), places + source.Sizes[d], places);
            CheckIndex("index", wrapped, source.Sizes[d]);
            return [wrapped];
        }

        // NumPy's rule: adjacent lists put their common shape where they stood, others put it first.
        private static Tensor Advanced(Tensor source, Tensor?[] lists)
        {
            int[] at = [.. Enumerable.Range(0, lists.Length).Where(d => lists[d] is not null)];
            long[] common = at.Select(d => lists[d]!.Sizes).Aggregate((a, b) => Shapes.Broadcast("index", a, b));
            int[] others = [.. Enumerable.Range(0, lists.Length).Except(at)];
            bool adjacent = at[^1] - at[0] == at.Length - 1;
            Tensor moved = source.permute([.. at.Concat(others).Select(d => (long)d)]);
            Tensor place = torch.zeros(common, dtype: ScalarType.Int64, device: source.device);
            foreach (int d in at)
            {
                place = (place * source.Sizes[d]) + lists[d]!;
            }

            long[] rest = [.. others.Select(d => source.Sizes[d])];
            Tensor rows = moved.reshape([at.Aggregate(1L, (product, d) => product * source.Sizes[d]), .. rest]);
            Tensor picked = rows.index_select(0, place.flatten()).reshape([.. common, .. rest]);
            if (!adjacent || at[0] == 0)
            {
                return picked;
            }

            int before = others.Count(d => d < at[0]);
            IEnumerable<int> order = Enumerable
                .Range(common.Length, before)
                .Concat(Enumerable.Range(0, common.Length))
                .Concat(Enumerable.Range(common.Length + before, others.Length - before));
            return picked.permute([.. order.Select(d => (long)d)]);
        }
    }
}
