using System.Runtime.CompilerServices;

namespace Research.Numerics.LinearAlgebra;

/// <summary>Panels of a plain matrix of any strides.</summary>
public readonly unsafe struct MatrixPanels<T>(MatrixView<T> matrix) : IPanels<T>
    where T : unmanaged
{
    public void Pack(int depth, int depths, int column, int live, int width, T* target)
    {
        MatrixView<T> source = matrix.From(depth, column);
        if (source.ColumnStride == 1)
        {
            Rows(source, depths, live, width, target);
        }
        else
        {
            Columns(source, depths, live, width, target);
        }
    }

    private static void Rows(MatrixView<T> source, int depths, int live, int width, T* target)
    {
        for (int d = 0; d < depths; d++, target += width)
        {
            T* row = source.Data + (d * source.RowStride);
            Unsafe.CopyBlockUnaligned(target, row, (uint)(live * sizeof(T)));
            if (live < width)
            {
                new Span<T>(target + live, width - live).Clear();
            }
        }
    }

    // Reads along each column, so that a transposed matrix is read in the order in which it lies.
    private static void Columns(MatrixView<T> source, int depths, int live, int width, T* target)
    {
        for (int j = 0; j < width; j++)
        {
            T* column = source.Data + (j * source.ColumnStride);
            for (int d = 0; d < depths; d++)
            {
                target[(d * width) + j] = j < live ? column[d * source.RowStride] : default;
            }
        }
    }
}
