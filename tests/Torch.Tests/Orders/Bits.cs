namespace Research.Torch.Tests.Orders;

/// <summary>Floats compared bit by bit; a NaN counts as one value.</summary>
internal static class Bits
{
    public static void AssertSame(float[] expected, Tensor actual, string what) =>
        AssertSame(expected, actual.data<float>().ToArray(), what);

    public static void AssertSame(float[] expected, float[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Of(expected[i]) == Of(actual[i]), $"{what}, element {i}: {actual[i]:R}, in order {expected[i]:R}");
        }
    }

    private static int Of(float x) => BitConverter.SingleToInt32Bits(float.IsNaN(x) ? float.NaN : x);
}
