namespace Research.Numerics.LinearAlgebra;

/// <summary>The innermost tile: a few rows by a few vectors of columns, held in registers while k runs.</summary>
/// <remarks>Its size decides how many elements are computed together, never the order of one's sum.</remarks>
internal unsafe interface ITile
{
    static abstract int Rows { get; }

    static abstract int Columns<T>()
        where T : unmanaged;

    /// <summary>C += left · right.</summary>
    /// <param name="start">A value for each row that C begins with; null where C holds its beginning.</param>
    /// <param name="c">Rows follow by <paramref name="cStride"/>.</param>
    static abstract void Run<T, TLeft, TRight>(int depth, TLeft left, TRight right, T* start, T* c, nint cStride)
        where T : unmanaged
        where TLeft : struct, ILeft<T>
        where TRight : struct, IRight<T>;
}
