using System.Text.Json;

namespace Research.Tests;

/// <summary>Reads the oracle values beside a test project; the script that made a file lies beside it, or the call stands inside it.</summary>
internal static class Golden
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Golden", name);

    public static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(PathOf(name))).RootElement;

    public static double[] Numbers(this JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];

    /// <summary>Numbers, 0 where the oracle has none.</summary>
    public static double[] OrZero(this JsonElement array) =>
        [.. array.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? 0 : value.GetDouble())];

    /// <summary>Numbers, 0 where there is none.</summary>
    public static double[] OrZero(double[] values) => [.. values.Select(value => double.IsNaN(value) ? 0 : value)];

    public static int[] Integers(this JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetInt32())];

    public static double[][] Rows(this JsonElement array) => [.. array.EnumerateArray().Select(Numbers)];

    /// <summary>The cases of a file that lists them.</summary>
    public static IEnumerable<JsonElement> Cases(string name) => Json(name).GetProperty("cases").EnumerateArray();

    public static string Text(this JsonElement item, string name) => item.GetProperty(name).GetString()!;

    public static double Number(this JsonElement item, string name) => item.GetProperty(name).GetDouble();

    /// <summary>Asserts that every value lies within the tolerance of the oracle's.</summary>
    public static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance, string what = "")
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(expected[i] - actual[i]);
            Assert.True(difference <= tolerance, $"{what}[{i}]: {actual[i]:R} where the oracle has {expected[i]:R}");
        }
    }
}
