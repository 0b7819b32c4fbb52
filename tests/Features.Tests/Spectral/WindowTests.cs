using Research.Features.Spectral;

namespace Research.Features.Tests.Spectral;

public class WindowTests
{
    [Theory]
    [InlineData(WindowShape.Rectangular, new[] { 1.0, 1, 1, 1 })]
    [InlineData(WindowShape.Hann, new[] { 0, 0.5, 1, 0.5 })]
    [InlineData(WindowShape.Hamming, new[] { 0.08, 0.54, 1, 0.54 })]
    public void Periodic_windows_of_four_samples_by_hand(WindowShape shape, double[] expected) =>
        Assert.All(expected.Zip(Window.Of(shape, 4)), pair => Assert.Equal(pair.First, pair.Second, 1e-15));

    [Fact]
    public void A_shape_that_there_is_not_is_refused()
    {
        string said = Assert.Throws<ArgumentOutOfRangeException>(() => Window.Of((WindowShape)9, 4)).Message;
        Assert.StartsWith("There is no such window.", said, StringComparison.Ordinal);
    }
}
