using System.Text.Json;
using Research.Models.GeneratedSets;
using Research.Numerics;
using Research.Tests;

namespace Research.Models.Tests.GeneratedSets;

public class GeneratedSetsTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Golden.Cases("generated_sets.json").Count())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Distance_precision_and_recall_are_the_oracle_s(int number)
    {
        JsonElement oracle = Golden.Cases("generated_sets.json").ElementAt(number);
        (int[] seeds, int[] items) = (oracle.GetProperty("seeds").Integers(), oracle.GetProperty("items").Integers());
        int dims = oracle.GetProperty("dims").GetInt32();
        Matrix real = Rows(seeds[0], items[0], dims, 1, 0);
        Matrix generated = Rows(seeds[1], items[1], dims, oracle.Number("scale"), oracle.Number("shift"));
        Assert.Equal(oracle.Number("frechet"), FrechetDistance.Of(real, generated), 1e-8);
        Assert.Equal(oracle.Number("frechet"), FrechetDistance.Of(generated, real), 1e-8);
        var found = PrecisionAndRecall.Of(real, generated, 3);
        Assert.Equal(oracle.Number("precision"), found.Precision, 1e-12);
        Assert.Equal(oracle.Number("recall"), found.Recall, 1e-12);
    }

    [Fact]
    public void A_set_is_at_distance_0_from_itself_even_with_fewer_items_than_dimensions()
    {
        Matrix few = Rows(9, 6, 20, 1, 0);
        Assert.Equal(0, FrechetDistance.Of(few, few), 1e-7);
        Assert.Equal(new PrecisionAndRecall(1, 1), PrecisionAndRecall.Of(few, few, 3));
    }

    // Columns of zeros change no distance, and leave fewer items than dimensions.
    [Fact]
    public void Few_items_have_the_distance_that_many_have()
    {
        (Matrix one, Matrix two) = (Rows(3, 12, 5, 1, 0), Rows(4, 9, 5, 2, 0.5));
        Assert.Equal(FrechetDistance.Of(one, two), FrechetDistance.Of(Wider(one, 30), Wider(two, 30)), 1e-9);
        Assert.True(FrechetDistance.Of(one, two) > 1);
    }

    [Fact]
    public void A_shift_alone_adds_its_square()
    {
        Matrix here = Rows(9, 50, 4, 1, 0);
        Matrix there = Rows(9, 50, 4, 1, 3);
        Assert.Equal(36, FrechetDistance.Of(here, there), 1e-8);
        Assert.Equal(new PrecisionAndRecall(0, 0), PrecisionAndRecall.Of(here, there, 3));
    }

    [Fact]
    public void Copies_of_one_item_are_precise_and_have_no_recall()
    {
        Matrix real = Rows(9, 40, 4, 1, 0);
        Matrix copies = real.Take([7, 7, 7, 7, 7]);
        var found = PrecisionAndRecall.Of(real, copies, 3);
        Assert.Equal(1, found.Precision);
        Assert.Equal(1 / 40.0, found.Recall); // the item itself
        NearestReal[] nearest = NearestReal.Of(real, copies);
        Assert.All(nearest, own => Assert.Equal((7, 0.0), (own.Item, own.Distance)));
        Assert.All(nearest, own => Assert.True(own.RealDistance > 0));
    }

    [Fact]
    public void Sets_that_cannot_be_compared_are_refused()
    {
        Matrix one = Rows(1, 10, 3, 1, 0);
        Assert.Contains("of 3 and of 4", Refusal(() => FrechetDistance.Of(one, Rows(1, 10, 4, 1, 0))), StringComparison.Ordinal);
        Assert.Contains(
            "at least 4 each",
            Refusal(() => PrecisionAndRecall.Of(one, one.Take([0, 1, 2]), 3)),
            StringComparison.Ordinal
        );
        Matrix wrong = Rows(1, 10, 3, 1, 0);
        wrong[2, 1] = double.NaN;
        Assert.NotEmpty(Refusal(() => NearestReal.Of(one, wrong)));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrecisionAndRecall.Of(one, one, 0));
    }

    private static Matrix Wider(Matrix rows, int columns) =>
        Matrix.OfRows([
            .. Enumerable.Range(0, rows.Rows).Select(i => (double[])[.. rows.Row(i), .. new double[columns - rows.Columns]]),
        ]);

    private static string Refusal(Func<object> compare) => Assert.ThrowsAny<Exception>(compare).Message;

    // As make_generated_sets.py has it.
    private static Matrix Rows(int seed, int items, int dims, double scale, double shift)
    {
        var rows = new Matrix(items, dims);
        for (long i = 0; i < rows.Values.Length; i++)
        {
            rows.Values[(int)i] =
                (((((7919L * seed) + (40503 * i) + 12345 + (i * i * 31)) % 65536 / 65536.0) - 0.5) * scale) + shift;
        }

        return rows;
    }
}
