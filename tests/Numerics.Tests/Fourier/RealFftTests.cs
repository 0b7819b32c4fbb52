using System.Runtime.Intrinsics;
using System.Text.Json;
using Research.Numerics.Fourier;
using Research.Tests;

namespace Research.Numerics.Tests.Fourier;

public class RealFftTests
{
    // Golden/fft.json: numpy.fft.rfft, made by Golden/make_fft.py.
    [Fact]
    public void Bins_match_numpy_for_every_kind_of_length()
    {
        foreach (JsonElement item in Golden.Json("fft.json").GetProperty("cases").EnumerateArray())
        {
            int n = item.GetProperty("n").GetInt32();
            (double[] re, double[] im) = Forward(item.GetProperty("signal").Numbers());
            int[] bins = item.GetProperty("bins").Integers();
            Golden.AssertClose(item.GetProperty("re").Numbers(), [.. bins.Select(k => re[k])], 1e-12, $"re {n}");
            Golden.AssertClose(item.GetProperty("im").Numbers(), [.. bins.Select(k => im[k])], 1e-12, $"im {n}");
            double energy = re.Zip(im, (a, b) => (a * a) + (b * b)).Aggregate(0.0, (sum, x) => sum + x);
            Assert.Equal(1, energy / item.Number("energy"), 1e-12);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(15)]
    [InlineData(22)]
    [InlineData(74)]
    [InlineData(37)]
    [InlineData(2048)]
    public void Bins_are_the_sums_of_the_definition(int n)
    {
        Rng rng = Rng.For(1, "signal");
        double[] x = [.. Enumerable.Range(0, n).Select(_ => rng.NextNormal())];
        (double[] re, double[] im) = Forward(x);
        for (int k = 0; k <= n / 2; k++)
        {
            double sumRe = 0;
            double sumIm = 0;
            for (int i = 0; i < n; i++)
            {
                double angle = 2 * Math.PI * ((long)i * k % n) / n;
                sumRe += x[i] * Math.Cos(angle);
                sumIm -= x[i] * Math.Sin(angle);
            }

            Assert.Equal(sumRe, re[k], 1e-10);
            Assert.Equal(sumIm, im[k], 1e-10);
        }
    }

    [Fact]
    public void Four_signals_at_once_have_the_bits_of_one_at_a_time()
    {
        RealFft fft = RealFft.Plan(200);
        Rng rng = Rng.For(2, "lanes");
        var lanes = new Vector256<double>[200];
        for (int i = 0; i < 200; i++)
        {
            lanes[i] = Vector256.Create(rng.NextNormal(), rng.NextNormal(), rng.NextNormal(), rng.NextNormal());
        }

        var re = new Vector256<double>[fft.Bins];
        var im = new Vector256<double>[fft.Bins];
        fft.Forward(lanes, re, im, fft.NewWorkspace());
        for (int lane = 0; lane < 4; lane++)
        {
            (double[] oneRe, double[] oneIm) = Forward([.. lanes.Select(v => v[lane])]);
            Assert.Equal(oneRe, re.Select(v => v[lane]));
            Assert.Equal(oneIm, im.Select(v => v[lane]));
        }
    }

    [Fact]
    public void A_length_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => RealFft.Plan(0));

    private static (double[] Re, double[] Im) Forward(double[] x)
    {
        RealFft fft = RealFft.Plan(x.Length);
        var re = new double[fft.Bins];
        var im = new double[fft.Bins];
        fft.Forward(x, re, im);
        return (re, im);
    }
}
