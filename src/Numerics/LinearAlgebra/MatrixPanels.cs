using System.Runtime.CompilerServices;

namespace Research.Numerics.LinearAlgebra;

/// <summary>Panels of a plain matrix of any strides.</summary>
public readonly unsafe struct MatrixPanels<T>(MatrixView<T> matrix) : IPanels<T>
    where T : unmanaged
{
    private const int CacheLine = 16; // floats

    public void Pack(int depth, int depths, int column, int columns, int width, T* target)
    {
        MatrixView<T> source = matrix.From(depth, column);
        if (source.ColumnStride == 1)
        {
            Rows(source, depths, columns, width, target);
            return;
        }

        for (int j = 0; j < columns; j += width, target += (nint)depths * width)
        {
            Columns(source.From(0, j), depths, Math.Min(width, columns - j), width, target);
        }
    }

    // Row by row over all panels, so that each is read in one go.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows(MatrixView<T> source, int depths, int columns, int width, T* target)
    {
        for (int d = 0; d < depths; d++, target += width)
        {
            T* row = source.Data + (d * source.RowStride);
            T* to = target;
            for (int j = 0; j < columns; j += width, to += (nint)depths * width)
            {
                int live = Math.Min(width, columns - j);
                Unsafe.CopyBlockUnaligned(to, row + j, (uint)(live * sizeof(T)));
                if (live < width)
                {
                    new Span<T>(to + live, width - live).Clear();
                }
            }
        }
    }

    // Reads along each column, so that a transposed matrix is read in the order in which it lies; a few rows at a time for the cache.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(MatrixView<T> source, int depths, int live, int width, T* target)
    {
        if (live < width)
        {
            new Span<T>(target, depths * width).Clear();
        }

        for (int first = 0; first < depths; first += CacheLine)
        {
            int count = Math.Min(CacheLine, depths - first);
            for (int j = 0; j < live; j++)
            {
                T* column = source.Data + (first * source.RowStride) + (j * source.ColumnStride);
                T* to = target + (first * width) + j;
                for (int d = 0; d < count; d++)
                {
                    to[d * width] = column[d * source.RowStride];
                }
            }
        }
    }
}
