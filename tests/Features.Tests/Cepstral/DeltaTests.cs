using Research.Features.Cepstral;
using Research.Numerics;

namespace Research.Features.Tests.Cepstral;

public class DeltaTests
{
    [Fact]
    public void A_line_has_its_slope_everywhere_and_no_curvature()
    {
        Matrix line = Matrix.OfRows([.. Enumerable.Range(0, 12).Select(t => new[] { 3.0 * t })]);
        Assert.All(Delta.Of(line, 9, 1).Values.ToArray(), slope => Assert.Equal(3, slope, 1e-12));
        Assert.All(Delta.Of(line, 9, 2).Values.ToArray(), curve => Assert.Equal(0, curve, 1e-12));
    }

    [Fact]
    public void A_parabola_has_its_second_derivative_everywhere()
    {
        Matrix parabola = Matrix.OfRows([.. Enumerable.Range(0, 12).Select(t => new[] { 2.0 * t * t })]);
        Assert.All(Delta.Of(parabola, 5, 2).Values.ToArray(), curve => Assert.Equal(4, curve, 1e-10));
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(1, 1)]
    [InlineData(9, 3)]
    [InlineData(13, 1)]
    public void Impossible_widths_and_orders_are_refused(int width, int order) =>
        Assert.Throws<ResearchException>(() => Delta.Of(new Matrix(12, 1), width, order));
}
