using System.Text.Json;
using Research.Tests;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative;

/// <summary>The oracle's values, nested arrays flattened, and a comparison in float32.</summary>
internal static class StyleGanOracle
{
    public static JsonElement Blocks { get; } = Golden.Json("stylegan/stylegan_blocks.json");

    public static JsonElement Losses { get; } = Golden.Json("stylegan/stylegan_losses.json");

    public static JsonElement Ada { get; } = Golden.Json("stylegan/stylegan_ada.json");

    public static JsonElement Parameters { get; } = Golden.Json("stylegan/stylegan_parameters.json");

    public static double[] Flat(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().SelectMany(Flat)] : [value.GetDouble()];

    public static double[] Values(this Tensor tensor) => [.. tensor.data<float>().ToArray().Select(value => (double)value)];

    /// <summary>Asserts that the values lie within this share of the oracle's largest.</summary>
    public static void AssertClose(JsonElement expected, Tensor actual, double relative = 2e-6)
    {
        double[] values = expected.Flat();
        Golden.AssertClose(values, actual.Values(), relative * values.Max(Math.Abs), "value");
    }
}
