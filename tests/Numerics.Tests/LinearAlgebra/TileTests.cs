using Research.Numerics.LinearAlgebra;

namespace Research.Numerics.Tests.LinearAlgebra;

/// <summary>The tiles for narrow and for wide registers, each on every machine: where a register is missing, two halves do its work.</summary>
public unsafe class TileTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 5)]
    [InlineData(256, 3)]
    [InlineData(7, 11)]
    public void A_tile_adds_one_fused_sum_to_each_element_wherever_its_factors_lie(int depth, int lastRow)
    {
        Check<SlimTile>(depth, lastRow);
        Check<LowTile>(depth, Math.Min(lastRow, 3));
        Check<NarrowTile>(depth, Math.Min(lastRow, 5));
        Check<WideTile>(depth, Math.Min(lastRow, 7));
    }

    private static void Check<TTile>(int depth, int lastRow)
        where TTile : struct, ITile
    {
        var drawn = new TileDraw<TTile>(depth, lastRow);
        drawn.Run((tile, a, b, start, c) => tile.Plain(a, b, start, c));
        drawn.Run((tile, a, b, start, c) => tile.Packed(a, b, start, c));
        drawn.Run((tile, a, b, start, c) => tile.Indirect(a, b, start, c));
    }
}
