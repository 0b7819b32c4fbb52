using System.Text.Json;
using Research.Models.Networks.Pretrained;
using Research.Numerics;
using Research.Tests;

namespace Research.Models.Tests.Networks.Pretrained;

public class MusiCnnTests
{
    private const int Frames = 11;
    private const int Bands = 12;

    private static readonly JsonElement Oracle = Golden.Json("musicnn.json"); // a small net whose weights a rule fills

    [Fact]
    public void Embedding_and_tags_are_those_of_an_independent_implementation()
    {
        using var network = new MusiCnn(Filled());
        (Matrix embeddings, Matrix tags) = network.Of([Patch(777), Patch(777)]);
        Golden.AssertClose(Oracle.GetProperty("embedding").Numbers(), embeddings.Row(1), 1e-4, "embedding");
        Golden.AssertClose(Oracle.GetProperty("tags").Numbers(), tags.Row(0), 1e-4, "tags");
    }

    [Fact]
    public void A_patch_has_the_same_bits_alone_and_among_others()
    {
        using var network = new MusiCnn(Filled());
        Matrix[] patches = [.. Enumerable.Range(0, 11).Select(k => Patch(100 * k))];
        (Matrix together, _) = network.Of(patches);
        for (int p = 0; p < patches.Length; p++)
        {
            Assert.Equal(network.Of([patches[p]]).Embeddings.Row(0).ToArray(), together.Row(p).ToArray());
        }
    }

    [Fact]
    public void Pooled_values_are_those_that_the_embedding_is_made_of()
    {
        Dictionary<string, Matrix> tensors = Tensors();
        using var network = new MusiCnn(new NamedWeights(tensors));
        Matrix pooled = network.Pooled([Patch(777), Patch(100)]);
        Assert.Equal((2, 70), (pooled.Rows, pooled.Columns));
        double[] normed = [.. Enumerable.Range(0, pooled.Columns).Select(k => Normed(tensors, pooled[1, k], k))];
        Matrix kernel = tensors["dense/kernel"];
        double[] embedding =
        [
            .. Enumerable
                .Range(0, kernel.Columns)
                .Select(j => OrderedSum.Dot(normed, kernel.Column(j)) + tensors["dense/bias"][0, j]),
        ];
        Golden.AssertClose(embedding, network.Of([Patch(100)]).Embeddings.Row(0), 1e-4, "embedding");
        Assert.All(
            Enumerable.Range(0, pooled.Columns / 2),
            k => Assert.True(pooled[0, 2 * k] >= pooled[0, (2 * k) + 1], "The highest value stands before the mean.")
        );
    }

    [Fact]
    public void A_missing_tensor_is_named()
    {
        var error = Assert.Throws<ResearchException>(() => new MusiCnn(Filled(name => name != "conv2d_3/bias")));
        Assert.Contains("no tensor 'conv2d_3/bias'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dense/kernel", "70 rows")]
    [InlineData("conv2d_6/kernel", "7·6·1 rows")]
    [InlineData("batch_normalization_9/gamma", "one row of 70")]
    public void A_tensor_of_another_shape_is_named(string name, string wanted)
    {
        var error = Assert.Throws<ResearchException>(() => new MusiCnn(Filled(_ => true, name)));
        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(wanted, error.Message, StringComparison.Ordinal);
    }

    private static Matrix Patch(int from)
    {
        var patch = new Matrix(Frames, Bands);
        for (int i = 0; i < patch.Values.Length; i++)
        {
            patch.Values[i] = (((i * 40503L) + from) % 65536) / 65536.0 * 4;
        }

        return patch;
    }

    private static double Normed(Dictionary<string, Matrix> tensors, double value, int k)
    {
        double Of(string name) => tensors[$"batch_normalization_9/{name}"][0, k];
        return ((value - Of("moving_mean")) / Math.Sqrt(Of("moving_variance") + 1e-3) * Of("gamma")) + Of("beta");
    }

    private static NamedWeights Filled() => Filled(_ => true);

    private static NamedWeights Filled(Func<string, bool> keeps, string? cut = null) =>
        new(Tensors(cut).Where(tensor => keeps(tensor.Key)).ToDictionary());

    // Tensor t's value i is ((7919 t + 40503 i + 12345) mod 65536) / 65536 - 0.5; variances are one more.
    private static Dictionary<string, Matrix> Tensors(string? cut = null)
    {
        var tensors = new Dictionary<string, Matrix>();
        foreach ((int t, JsonProperty shape) in Oracle.GetProperty("shapes").EnumerateObject().Index())
        {
            int[] sizes = shape.Value.Integers();
            int columns = sizes[^1];
            var values = new Matrix(
                sizes[..^1].Aggregate(1, (product, size) => product * size) + (shape.Name == cut ? 1 : 0),
                columns
            );
            double more = shape.Name.EndsWith("variance", StringComparison.Ordinal) ? 1 : 0;
            for (int i = 0; i < values.Values.Length; i++)
            {
                values.Values[i] = (((7919L * t) + (40503L * i) + 12345) % 65536 / 65536.0) - 0.5 + more;
            }

            tensors.Add(shape.Name, values);
        }

        return tensors;
    }
}
