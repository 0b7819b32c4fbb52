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

    private static NamedWeights Filled() => Filled(_ => true);

    // Tensor t's value i is ((7919 t + 40503 i + 12345) mod 65536) / 65536 - 0.5; variances are one more.
    private static NamedWeights Filled(Func<string, bool> keeps, string? cut = null)
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

            if (keeps(shape.Name))
            {
                tensors.Add(shape.Name, values);
            }
        }

        return new NamedWeights(tensors);
    }
}
