namespace Research.Numerics.LinearAlgebra;

/// <summary>A matrix that lies somewhere in memory: element (i, j) at i·RowStride + j·ColumnStride.</summary>
/// <remarks>A transposed view swaps the strides; nothing is copied. The memory must stay where it is while the view is used.</remarks>
public readonly unsafe struct MatrixView<T>(T* data, nint rowStride, nint columnStride)
    where T : unmanaged
{
    public T* Data { get; } = data;

    public nint RowStride { get; } = rowStride;

    public nint ColumnStride { get; } = columnStride;

    public MatrixView<T> Transposed => new(Data, ColumnStride, RowStride);

    public MatrixView<T> From(nint row, nint column) =>
        new(Data + (row * RowStride) + (column * ColumnStride), RowStride, ColumnStride);
}
