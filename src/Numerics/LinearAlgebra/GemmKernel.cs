#pragma warning disable RS0030 // Vector512 here: the width of a register shows in no sum (ADR 0011)
using System.Runtime.Intrinsics;

namespace Research.Numerics.LinearAlgebra;

/// <summary>Which tile a product takes: it follows the machine's registers and the number of columns, and shows in no bit.</summary>
internal static class GemmKernel
{
    /// <summary>Most elements that a tile has on any machine, and most rows.</summary>
    public const int LargestTile = 8 * 3 * 16;

    public const int MostRows = 12;

    /// <summary>Whether there are 512-bit registers.</summary>
    public static bool Wide => Vector512.IsHardwareAccelerated;

    /// <summary>Whether so few columns are best computed a single vector at a time.</summary>
    public static bool IsSlim<T>(int columns)
        where T : unmanaged => columns <= SlimTile.Columns<T>();

    /// <summary>Whether 512-bit registers are there and most of a tile's would be used.</summary>
    public static bool IsWide<T>(int columns)
        where T : unmanaged => Wide && columns > NarrowTile.Columns<T>();

    /// <summary>Whether tiles of six rows would compute a tenth or more for nothing.</summary>
    public static bool IsLow(int rows)
    {
        int tiles = (rows + NarrowTile.Rows - 1) / NarrowTile.Rows;
        return (tiles * NarrowTile.Rows) - rows >= rows / 10.0 && rows > 1;
    }

    /// <summary>Rows of the tile for so many columns, and any number of rows.</summary>
    public static int Rows<T>(int columns)
        where T : unmanaged
    {
        if (IsSlim<T>(columns))
        {
            return SlimTile.Rows;
        }

        return IsWide<T>(columns) ? WideTile.Rows : NarrowTile.Rows;
    }

    /// <summary>Columns of the tile for so many columns, and any number of rows.</summary>
    public static int Columns<T>(int columns)
        where T : unmanaged
    {
        if (IsSlim<T>(columns))
        {
            return SlimTile.Columns<T>();
        }

        return IsWide<T>(columns) ? WideTile.Columns<T>() : NarrowTile.Columns<T>();
    }
}
