namespace Research.Numerics.LinearAlgebra;

/// <summary>As many columns of a product's right factor as a tile has: the first of row k lies at At(k), the others follow.</summary>
internal unsafe interface IRight<T>
    where T : unmanaged
{
    T* At(int k);
}

/// <summary>A packed panel: the rows one after the other.</summary>
internal readonly unsafe struct PackedRight<T>(T* panel, int columns) : IRight<T>
    where T : unmanaged
{
    private readonly nint _columns = columns;

    public T* At(int k) => panel + (k * _columns);
}

/// <summary>Rows wherever the offsets say.</summary>
internal readonly unsafe struct IndirectRight(float* data, nint* offsets) : IRight<float>
{
    public float* At(int k) => data + offsets[k];
}
