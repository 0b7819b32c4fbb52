namespace Research.Numerics.LinearAlgebra;

/// <summary>A product's left factor: a matrix somewhere in memory, and its packed form where one was made.</summary>
/// <param name="packed">[blocks of k][tiles][k][rows of a tile], or null.</param>
/// <param name="packedRows">Rows of all, filled up to whole tiles.</param>
/// <param name="firstRow">Where this factor begins: a multiple of a tile's rows.</param>
internal readonly unsafe struct LeftFactor<T>(MatrixView<T> view, T* packed, nint packedRows, nint firstRow)
    where T : unmanaged
{
    public LeftFactor(MatrixView<T> view)
        : this(view, null, 0, 0) { }

    public bool IsPacked => packed != null;

    public LeftFactor<T> From(nint row) => new(view, packed, packedRows, firstRow + row);

    public MatrixView<T> View(nint row, nint depth) => view.From(firstRow + row, depth);

    /// <param name="depth">Where a block of k begins.</param>
    /// <param name="depths">Its length.</param>
    public T* Packed(nint row, nint depth, nint depths) => packed + (depth * packedRows) + ((firstRow + row) * depths);
}
