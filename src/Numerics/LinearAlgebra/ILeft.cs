namespace Research.Numerics.LinearAlgebra;

/// <summary>A few rows of a product's left factor: element (row, k) lies at Row(row) + At(k).</summary>
internal unsafe interface ILeft<T>
    where T : unmanaged
{
    T* Row(int row);

    nint At(int k);
}

/// <summary>Rows side by side: all of one k lie together, as <see cref="GemmPacking"/> puts them.</summary>
internal readonly unsafe struct PackedLeft<T>(T* tile, int rows) : ILeft<T>
    where T : unmanaged
{
    private readonly nint _rows = rows;

    public T* Row(int row) => tile + row;

    public nint At(int k) => k * _rows;
}

/// <summary>Rows one after the other, each contiguous; those that do not exist repeat the last.</summary>
internal readonly unsafe struct PlainLeft<T>(T* data, nint stride, int last) : ILeft<T>
    where T : unmanaged
{
    public T* Row(int row) => data + (Math.Min(row, last) * stride);

    public nint At(int k) => k;
}

/// <summary>Rows and places within them by tables: the runs of an image's planes under the taps of a kernel.</summary>
internal readonly unsafe struct IndirectLeft(float* data, nint* rows, int last, nint* places) : ILeft<float>
{
    public float* Row(int row) => data + rows[Math.Min(row, last)];

    public nint At(int k) => places[k];
}
