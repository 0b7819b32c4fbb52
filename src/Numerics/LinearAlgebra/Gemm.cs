namespace Research.Numerics.LinearAlgebra;

/// <summary>C += A·B on matrices of float or double, the same bits for any thread count and instruction set.</summary>
/// <remarks>
/// <para>Floats: each element is c + P₀ + P₁ + …, added in this order, where each P is the sum of <see cref="PartialDepth"/> products
/// a[i,k]·b[k,j] in ascending k, from zero, fused (ADR 0023). Doubles: c + Σₖ a[i,k]·b[k,j] in ascending k, unfused. Packing, the other
/// blocks, the width of the registers and threads change which element is computed when, never the order of one element's additions.</para>
/// <para>Blocks after Goto and van de Geijn (2008), "Anatomy of high-performance matrix multiplication", ACM TOMS 34(3).
/// Oracle: plain loops, equal to the bit.</para>
/// </remarks>
public static unsafe class Gemm
{
    /// <summary>Products in one partial sum of floats: part of the order, so of the result.</summary>
    public const int PartialDepth = 256;

    private const long ParallelFrom = 1 << 18; // multiply-adds below which a second thread costs more than it saves

    /// <summary>C += A·B.</summary>
    /// <param name="m">Rows of A and C.</param>
    /// <param name="n">Columns of B and C.</param>
    /// <param name="k">Columns of A, rows of B.</param>
    /// <param name="a">Shape [m, k].</param>
    /// <param name="b">Shape [k, n].</param>
    /// <param name="c">Shape [m, n]; added to.</param>
    /// <exception cref="ArgumentException">A span is shorter than its shape.</exception>
    public static void Accumulate<T>(int m, int n, int k, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        Require((long)m * k, a.Length, nameof(a));
        Require((long)k * n, b.Length, nameof(b));
        Require((long)m * n, c.Length, nameof(c));
        fixed (T* pa = a)
        fixed (T* pb = b)
        fixed (T* pc = c)
        {
            Accumulate(m, n, k, new MatrixView<T>(pa, k, 1), new MatrixPanels<T>(new(pb, n, 1)), pc, n);
        }
    }

    /// <summary>C += A·B, where A and C lie anywhere in memory and B comes in panels.</summary>
    /// <param name="c">First element; rows follow by <paramref name="cStride"/>, columns one by one.</param>
    public static void Accumulate<T, TPanels>(int m, int n, int k, MatrixView<T> a, TPanels b, T* c, nint cStride)
        where T : unmanaged
        where TPanels : IPanels<T> => Compute(m, n, k, new LeftFactor<T>(a), b, null, c, cStride);

    /// <summary>C = start + A·B: the same sums, and what C held is not read.</summary>
    /// <param name="start">A value for each row, with which all of its columns begin.</param>
    public static void Write<T, TPanels>(int m, int n, int k, MatrixView<T> a, TPanels b, T* start, T* c, nint cStride)
        where T : unmanaged
        where TPanels : IPanels<T> => Compute(m, n, k, new LeftFactor<T>(a), b, start, c, cStride);

    internal static void Compute<T, TPanels>(int m, int n, int k, LeftFactor<T> a, TPanels b, T* start, T* c, nint cStride)
        where T : unmanaged
        where TPanels : IPanels<T>
    {
        if (GemmKernel.IsSlim<T>(n))
        {
            Divide<T, TPanels, SlimTile>(m, n, k, a, b, start, c, cStride);
        }
        else if (GemmKernel.IsWide<T>(n))
        {
            Divide<T, TPanels, WideTile>(m, n, k, a, b, start, c, cStride);
        }
        else if (GemmKernel.IsLow(m))
        {
            Divide<T, TPanels, LowTile>(m, n, k, a, b, start, c, cStride);
        }
        else
        {
            Divide<T, TPanels, NarrowTile>(m, n, k, a, b, start, c, cStride);
        }
    }

    private static void Divide<T, TPanels, TTile>(int m, int n, int k, LeftFactor<T> a, TPanels b, T* start, T* c, nint cStride)
        where T : unmanaged
        where TPanels : IPanels<T>
        where TTile : struct, ITile
    {
        (int height, int width) = (TTile.Rows, TTile.Columns<T>());
        int threads = (long)m * n * k < ParallelFrom ? 1 : ParallelLoop.Threads;
        (int rowTiles, int columnTiles) = ((m + height - 1) / height, (n + width - 1) / width);
        bool byRows = rowTiles >= columnTiles;
        int parts = Math.Min(threads, byRows ? rowTiles : columnTiles);
        if (parts <= 1)
        {
            GemmBlocks<TTile>.Run(m, n, k, a, b, 0, start, c, cStride);
            return;
        }

        int share = byRows ? (rowTiles + parts - 1) / parts * height : (columnTiles + parts - 1) / parts * width;
        ParallelLoop.For(
            parts,
            part =>
            {
                int first = part * share;
                int count = Math.Min(share, (byRows ? m : n) - first);
                if (count > 0 && byRows)
                {
                    T* own = start == null ? null : start + first;
                    GemmBlocks<TTile>.Run(count, n, k, a.From(first), b, 0, own, c + (first * cStride), cStride);
                }
                else if (count > 0)
                {
                    GemmBlocks<TTile>.Run(m, count, k, a, b, first, start, c + first, cStride);
                }
            }
        );
    }

    private static void Require(long needed, int length, string name)
    {
        if (length < needed)
        {
            throw new ArgumentException($"{name} holds {length} values where its shape needs {needed}.", name);
        }
    }
}
