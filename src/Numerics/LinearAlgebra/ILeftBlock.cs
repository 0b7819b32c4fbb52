namespace Research.Numerics.LinearAlgebra;

/// <summary>Many rows of a product's left factor over one block of k.</summary>
internal unsafe interface ILeftBlock<T>
    where T : unmanaged
{
    /// <summary>C += this · packed right factor, by tiles.</summary>
    /// <param name="packed">Panels of a tile's columns.</param>
    /// <param name="start">A value for each row that C begins with; null where C holds its beginning.</param>
    void Tiles<TTile>(int m, int n, int k, T* packed, T* start, T* c, nint cStride)
        where TTile : struct, ITile;
}

/// <summary>Rows of a block, handed out by tiles.</summary>
internal interface ILeftTiles<T, TLeft>
    where T : unmanaged
    where TLeft : struct, ILeft<T>
{
    /// <param name="row">The tile's first row.</param>
    /// <param name="rows">Rows that exist of it.</param>
    TLeft Tile(int row, int rows);
}

/// <summary>Tiles that lie one after the other, each packed.</summary>
internal readonly unsafe struct PackedLeftBlock<T>(T* block, int depth, int tileRows)
    : ILeftBlock<T>,
        ILeftTiles<T, PackedLeft<T>>
    where T : unmanaged
{
    public PackedLeft<T> Tile(int row, int rows) => new(block + ((nint)row * depth), tileRows);

    public void Tiles<TTile>(int m, int n, int k, T* packed, T* start, T* c, nint cStride)
        where TTile : struct, ITile =>
        GemmBlocks<TTile>.Tiles<T, PackedLeftBlock<T>, PackedLeft<T>>(m, n, k, this, packed, start, c, cStride);
}

/// <summary>Rows where they lie, each contiguous.</summary>
internal readonly unsafe struct PlainLeftBlock<T>(T* data, nint stride) : ILeftBlock<T>, ILeftTiles<T, PlainLeft<T>>
    where T : unmanaged
{
    public PlainLeft<T> Tile(int row, int rows) => new(data + (row * stride), stride, rows - 1);

    public void Tiles<TTile>(int m, int n, int k, T* packed, T* start, T* c, nint cStride)
        where TTile : struct, ITile =>
        GemmBlocks<TTile>.Tiles<T, PlainLeftBlock<T>, PlainLeft<T>>(m, n, k, this, packed, start, c, cStride);
}

/// <summary>Rows and places by tables.</summary>
internal readonly unsafe struct IndirectLeftBlock(float* data, nint* rows, nint* places)
    : ILeftBlock<float>,
        ILeftTiles<float, IndirectLeft>
{
    private readonly nint* _rows = rows;

    public IndirectLeft Tile(int row, int rows) => new(data, _rows + row, rows - 1, places);

    public void Tiles<TTile>(int m, int n, int k, float* packed, float* start, float* c, nint cStride)
        where TTile : struct, ITile =>
        GemmBlocks<TTile>.Tiles<float, IndirectLeftBlock, IndirectLeft>(m, n, k, this, packed, start, c, cStride);
}
