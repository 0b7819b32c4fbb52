using Research.Numerics;

namespace Research.Torch.Tests.Orders;

[Collection(Alone.Name)]
public class ColumnOrderTests
{
    [Theory]
    [InlineData(1, 5, 3)]
    [InlineData(1, 512, 70)]
    [InlineData(1, 1300, 67)]
    [InlineData(3, 2049, 5)]
    public void Sums_of_columns_go_by_blocks_of_512_rows(int outer, int rows, int inner)
    {
        using DisposeScope scope = NewDisposeScope();
        var rng = Rng.For((ulong)rows, "columns");

        // Of so many magnitudes that a double sum rounds, and so cancelling that a float shows it.
        float[] x =
        [
            .. Enumerable.Range(0, outer * rows * inner).Select(_ => (float)Math.ScaleB(rng.NextNormal(), rng.NextInt(70))),
        ];
        for (int i = 0; i < outer * inner; i++)
        {
            (int o, int column) = (i / inner, i % inner);
            x[(((o * rows) + rows - 1) * inner) + column] = -PlainSums.Column(
                rows - 1,
                row => x[(((o * rows) + row) * inner) + column]
            );
        }

        var expected = new float[outer * inner];
        for (int i = 0; i < expected.Length; i++)
        {
            (int o, int column) = (i / inner, i % inner);
            expected[i] = PlainSums.Column(rows, row => x[(((o * rows) + row) * inner) + column]);
        }

        Tensor given = tensor(x, [outer, rows, inner]);
        Threads.Each(() => Bits.AssertSame(expected, given.sum(1), $"{rows} rows"));
    }

    [Fact]
    public void Neighbouring_dimensions_are_summed_as_one_and_others_one_after_the_other_the_last_first()
    {
        using DisposeScope scope = NewDisposeScope();
        var rng = Rng.For(1, "several dimensions");
        float[] x = [.. Enumerable.Range(0, 3 * 4 * 25 * 31).Select(_ => (float)Math.ScaleB(rng.NextNormal(), rng.NextInt(70)))];
        float[] lines = [.. x.Chunk(25 * 31).Select(line => (float)PlainSums.Line(line))];
        float[] expected = [.. Enumerable.Range(0, 4).Select(c => PlainSums.Column(3, image => lines[(image * 4) + c]))];
        Tensor given = tensor(x).reshape(3, 4, 25, 31);
        Threads.Each(() => Bits.AssertSame(expected, given.sum([0L, 2L, 3L]), "all but channels"));
        Threads.Each(() => Bits.AssertSame(expected, given.sum([0L, 2L, 3L], keepdim: true).reshape(4), "kept"));
    }
}
