using Research.Numerics.Fourier;

namespace Research.Numerics.Tests.Fourier;

public class RealInverseTests
{
    // Property: there and back again.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(225)]
    [InlineData(1000)]
    public void The_inverse_of_the_transform_is_the_signal(int length)
    {
        Rng rng = Rng.For(1, "signal");
        double[] signal = [.. Enumerable.Range(0, length).Select(_ => rng.NextNormal())];
        RealFft fft = RealFft.Plan(length);
        (var re, var im) = (new double[fft.Bins], new double[fft.Bins]);
        fft.Forward(signal, re, im);
        double[] back = RealInverse.Of(fft, re, im);
        Assert.Equal(length, back.Length);
        Assert.All(Enumerable.Range(0, length), n => Assert.Equal(signal[n], back[n], 1e-12));
    }

    [Fact]
    public void One_bin_is_a_cosine_and_its_imaginary_half_a_sine()
    {
        RealFft fft = RealFft.Plan(8);
        double[] cosine = RealInverse.Of(fft, [0, 4, 0, 0, 0], [0, 0, 0, 0, 0]);
        double[] sine = RealInverse.Of(fft, [0, 0, 0, 0, 0], [0, -4, 0, 0, 0]);
        for (int n = 0; n < 8; n++)
        {
            Assert.Equal(Math.Cos(Math.PI * n / 4), cosine[n], 1e-15);
            Assert.Equal(Math.Sin(Math.PI * n / 4), sine[n], 1e-15);
        }
    }
}
