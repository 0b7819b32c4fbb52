using Research.Numerics.LinearAlgebra;

namespace Research.Numerics.Tests.LinearAlgebra;

/// <summary>Factors of a tile, drawn at random, and what a plain loop makes of them; rows past the last repeat it.</summary>
internal sealed unsafe class TileDraw<TTile>
    where TTile : struct, ITile
{
    private const int Pad = 3; // beyond a row of C, where nothing may be written
    private readonly int _depth;
    private readonly int _lastRow;
    private readonly int _width = TTile.Columns<float>();
    private readonly float[] _a;
    private readonly float[] _b;
    private readonly float[] _c;
    private readonly float[] _start;

    public delegate void Way(TileDraw<TTile> tile, float* a, float* b, float* start, float* c);

    public TileDraw(int depth, int lastRow)
    {
        (_depth, _lastRow) = (depth, lastRow);
        var rng = Rng.For((ulong)depth, "tile");
        _a = Draw(rng, TTile.Rows * depth);
        _b = Draw(rng, depth * _width);
        _c = Draw(rng, TTile.Rows * (_width + Pad));
        _start = Draw(rng, TTile.Rows);
    }

    /// <summary>Asks for equal bits, with what C holds and with a beginning for each row.</summary>
    public void Run(Way way)
    {
        foreach (bool begins in (bool[])[false, true])
        {
            float[] c = [.. _c];
            fixed (
                float* pa = _a,
                    pb = _b,
                    pc = c,
                    ps = _start
            )
            {
                way(this, pa, pb, begins ? ps : null, pc);
            }

            Assert.Equal(Expected(begins), c);
        }
    }

    public void Plain(float* a, float* b, float* start, float* c) =>
        TTile.Run(_depth, new PlainLeft<float>(a, _depth, _lastRow), new PackedRight<float>(b, _width), start, c, _width + Pad);

    public void Packed(float* a, float* b, float* start, float* c)
    {
        float[] packed = new float[_depth * TTile.Rows];
        fixed (float* pp = packed)
        {
            GemmPacking.Left(new MatrixView<float>(a, _depth, 1), _lastRow + 1, _depth, TTile.Rows, pp);
            for (int i = 0; i < packed.Length; i++)
            {
                pp[i] = i % TTile.Rows > _lastRow ? a[(_lastRow * _depth) + (i / TTile.Rows)] : pp[i];
            }

            TTile.Run(_depth, new PackedLeft<float>(pp, TTile.Rows), new PackedRight<float>(b, _width), start, c, _width + Pad);
        }
    }

    public void Indirect(float* a, float* b, float* start, float* c)
    {
        nint[] rows = [.. Enumerable.Range(0, TTile.Rows).Select(row => (nint)(row * _depth))];
        nint[] places = [.. Enumerable.Range(0, _depth).Select(k => (nint)k)];
        nint[] offsets = [.. Enumerable.Range(0, _depth).Select(k => (nint)(k * _width))];
        fixed (
            nint* pr = rows,
                pp = places,
                po = offsets
        )
        {
            var left = new IndirectLeft(a, pr, _lastRow, pp);
            TTile.Run(_depth, left, new IndirectRight(b, po), start, c, _width + Pad);
        }
    }

    private float[] Expected(bool begins)
    {
        float[] expected = [.. _c];
        for (int i = 0; i < TTile.Rows; i++)
        {
            for (int j = 0; j < _width; j++)
            {
                float sum = 0;
                for (int k = 0; k < _depth; k++)
                {
                    sum = Fused.MultiplyAdd(_a[(Math.Min(i, _lastRow) * _depth) + k], _b[(k * _width) + j], sum);
                }

                ref float target = ref expected[(i * (_width + Pad)) + j];
                target = (begins ? _start[i] : target) + sum;
            }
        }

        return expected;
    }

    private static float[] Draw(Rng rng, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)rng.NextNormal())];
}
