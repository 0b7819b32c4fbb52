using System.Text.Json;

namespace Research.Torch.Tests.Oracle;

/// <summary>Our tensors against PyTorch's: |ours − theirs| ≤ tolerance · max(1, the largest magnitude in theirs).</summary>
internal static class Compare
{
    public static void Close(JsonElement expected, Tensor actual, double tolerance, string what)
    {
        long[] shape = [.. expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        Assert.True(shape.SequenceEqual(actual.shape), $"{what}: {actual} where the oracle has [{string.Join('x', shape)}]");
        double[] theirs = [.. expected.GetProperty("data").EnumerateArray().Select(Number)];
        double[] ours = Numbers(actual);
        string type = actual.dtype.ToString();
        Assert.Equal(expected.GetProperty("dtype").GetString(), type, ignoreCase: true);
        double bound = actual.dtype == ScalarType.Float32 ? tolerance * theirs.Select(Math.Abs).Append(1).Max() : 0;
        for (int i = 0; i < theirs.Length; i++)
        {
            double difference = Math.Abs(ours[i] - theirs[i]);
            Assert.True(difference <= bound, $"{what}[{i}]: {ours[i]:R} where the oracle has {theirs[i]:R}; bound {bound:G3}");
        }
    }

    /// <summary>A gradient; null in the oracle means that there is none, or that it is zero.</summary>
    public static void CloseGradient(JsonElement expected, Tensor? actual, double tolerance, string what)
    {
        if (expected.ValueKind != JsonValueKind.Null)
        {
            Assert.True(actual is not null, $"{what}: no gradient where the oracle has one");
            Close(expected, actual, tolerance, what);
        }
        else if (actual is not null)
        {
            Assert.True(Array.TrueForAll(Numbers(actual), value => value == 0), $"{what}: a gradient where the oracle has none");
        }
    }

    /// <summary>A gradient of a gradient; zeros on either side may stand as null on the other, for there a path ends early or late.</summary>
    public static void CloseSecondGradient(JsonElement expected, Tensor? actual, double tolerance, string what)
    {
        bool isZero =
            expected.ValueKind != JsonValueKind.Null
            && expected.GetProperty("data").EnumerateArray().All(value => value.GetDouble() == 0);
        if (actual is not null || !isZero)
        {
            CloseGradient(expected, actual, tolerance, what);
        }
    }

    public static double[] Numbers(Tensor tensor) =>
        tensor.dtype switch
        {
            ScalarType.Float32 => [.. tensor.data<float>().ToArray().Select(value => (double)value)],
            ScalarType.Int64 => [.. tensor.data<long>().ToArray().Select(value => (double)value)],
            _ => [.. tensor.data<bool>().ToArray().Select(value => value ? 1.0 : 0.0)],
        };

    private static double Number(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            _ => value.GetDouble(),
        };
}
