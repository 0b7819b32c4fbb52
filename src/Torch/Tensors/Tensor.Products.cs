using Research.Torch;
using Research.Torch.Autograd;
using Research.Torch.Devices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Product of matrices: vectors, matrices and batches of them, as PyTorch's matmul.</summary>
        public Tensor matmul(Tensor target)
        {
            (Tensor a, Tensor b) = (this, target);
            if (a.Sizes.Length == 0 || b.Sizes.Length == 0)
            {
                throw new ArgumentException(
                    $"matmul: shapes {Shapes.Text(a.Sizes)} and {Shapes.Text(b.Sizes)}; both sides need at least one dimension."
                );
            }

            bool row = a.Sizes.Length == 1;
            bool column = b.Sizes.Length == 1;
            a = row ? a.unsqueeze(0) : a;
            b = column ? b.unsqueeze(1) : b;
            Tensor result = Batched(a, b);
            result = column ? result.squeeze(-1) : result;
            return row ? result.squeeze(column ? -1 : -2) : result;
        }

        private static Tensor Batched(Tensor a, Tensor b)
        {
            CheckInner("matmul", a, b);
            if (b.Sizes.Length == 2)
            {
                // All rows against one matrix: one product.
                Tensor rows = a.Sizes.Length == 2 ? a : a.reshape(-1, a.Sizes[^1]);
                Tensor product = Product(rows.unsqueeze(0), false, b.unsqueeze(0), false);
                return product.reshape([.. a.Sizes[..^1], b.Sizes[1]]);
            }

            long[] batch = Shapes.Broadcast(
                "matmul",
                a.Sizes.AsSpan(0, a.Sizes.Length - 2),
                b.Sizes.AsSpan(0, b.Sizes.Length - 2)
            );
            long count = Shapes.Count(batch);
            Tensor wideA = a.expand([.. batch, .. a.Sizes[^2..]]).reshape(count, a.Sizes[^2], a.Sizes[^1]);
            Tensor wideB = b.expand([.. batch, .. b.Sizes[^2..]]).reshape(count, b.Sizes[^2], b.Sizes[^1]);
            return Product(wideA, false, wideB, false).reshape([.. batch, a.Sizes[^2], b.Sizes[^1]]);
        }

        public Tensor mm(Tensor target)
        {
            CheckDimensions("mm", this, 2, target, 2, "two matrices");
            return matmul(target);
        }

        public Tensor bmm(Tensor batch2)
        {
            if (Sizes.Length != 3 || batch2.Sizes.Length != 3 || Sizes[0] != batch2.Sizes[0])
            {
                throw new ArgumentException(
                    $"bmm: two batches of as many matrices are needed; the shapes are {Shapes.Text(Sizes)} and {Shapes.Text(batch2.Sizes)}."
                );
            }

            CheckInner("bmm", this, batch2);
            return Product(this, false, batch2, false);
        }

        public Tensor mv(Tensor target)
        {
            CheckDimensions("mv", this, 2, target, 1, "a matrix and a vector");
            return matmul(target);
        }

        public Tensor dot(Tensor target)
        {
            CheckDimensions("dot", this, 1, target, 1, "two vectors");
            return matmul(target);
        }

        public Tensor outer(Tensor vec2)
        {
            CheckDimensions("outer", this, 1, vec2, 1, "two vectors");
            return unsqueeze(1) * vec2.unsqueeze(0);
        }

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => (this * beta) + (mat1.mm(mat2) * alpha);

        private static void CheckDimensions(string operation, Tensor a, int ofA, Tensor b, int ofB, string needed)
        {
            if (a.Sizes.Length != ofA || b.Sizes.Length != ofB)
            {
                throw new ArgumentException(
                    $"{operation}: {needed} are needed; the shapes are {Shapes.Text(a.Sizes)} and {Shapes.Text(b.Sizes)}."
                );
            }
        }

        private static void CheckInner(string operation, Tensor a, Tensor b)
        {
            if (a.dtype != ScalarType.Float32 || b.dtype != ScalarType.Float32)
            {
                throw new ArgumentException($"{operation}: both sides must be Float32; they are {a.dtype} and {b.dtype}.");
            }

            if (a.Sizes[^1] != b.Sizes[^2])
            {
                throw new ArgumentException(
                    $"{operation}: shapes {Shapes.Text(a.Sizes)} and {Shapes.Text(b.Sizes)} do not multiply: {a.Sizes[^1]} columns on the left, {b.Sizes[^2]} rows on the right, which must be equal."
                );
            }
        }

        /// <summary>A·B for a batch of matrices [n, rows, columns], each side read as it lies or turned.</summary>
        internal static unsafe Tensor Product(Tensor a, bool turnA, Tensor b, bool turnB)
        {
            long n = Math.Max(a.Sizes[0], b.Sizes[0]);
            (long m, long k) = turnA ? (a.Sizes[2], a.Sizes[1]) : (a.Sizes[1], a.Sizes[2]);
            long columns = turnB ? b.Sizes[1] : b.Sizes[2];
            Place place = Places.Common("matmul", a, b);
            Tensor result = New([n, m, columns], ScalarType.Float32, place);
            if (result.numel() > 0)
            {
                place.Kernels.Gemm(
                    (int)n,
                    (int)m,
                    (int)columns,
                    (int)k,
                    a.Floats,
                    turnA,
                    a.Sizes[0] == 1 ? 0 : m * k,
                    b.Floats,
                    turnB,
                    b.Sizes[0] == 1 ? 0 : k * columns,
                    null,
                    result.Floats,
                    m * columns
                );
            }

            return Graph.Record(
                "matmul",
                result,
                [a, b],
                (g, s) =>
                    [
                        !s.Needs(0) ? null
                        : turnA ? Product(s[1], turnB, g, true)
                        : Product(g, false, s[1], !turnB),
                        !s.Needs(1) ? null
                        : turnB ? Product(g, true, s[0], turnA)
                        : Product(s[0], !turnA, g, false),
                    ],
                a,
                b
            );
        }
    }

    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);
}
