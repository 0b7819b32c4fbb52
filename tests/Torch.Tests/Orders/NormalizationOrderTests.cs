using Research.Numerics;
using Research.Torch.Kernels.Cpu;

namespace Research.Torch.Tests.Orders;

[Collection(Alone.Name)]
public class NormalizationOrderTests
{
    private const int Channels = 3;

    [Theory]
    [InlineData(2, 5)]
    [InlineData(4, 64)]
    [InlineData(3, 1100)]
    public unsafe void Statistics_and_slopes_of_channels_have_the_bits_of_the_plain_order(int batch, int pixels)
    {
        var rng = Rng.For((ulong)pixels, "channels");
        int count = batch * Channels * pixels;
        (float[] x, float[] g) = (Draw(rng, count), Draw(rng, count));
        (float[] a, float[] b, float[] c) = (Draw(rng, Channels), Draw(rng, Channels), Draw(rng, Channels));
        (float[] mean, float[] variance) = (new float[Channels], new float[Channels]);
        (float[] sum, float[] product) = (new float[Channels], new float[Channels]);
        (float[] output, float[] slopes) = (new float[count], new float[count]);
        Threads.Each(() =>
        {
            fixed (
                float* px = x,
                    pg = g,
                    pa = a,
                    pb = b,
                    pc = c,
                    pm = mean,
                    pv = variance,
                    ps = sum,
                    pp = product
            )
            fixed (
                float* po = output,
                    pd = slopes
            )
            {
                CpuKernels kernels = CpuKernels.Instance;
                kernels.ChannelStatistics(px, pm, pv, batch, Channels, pixels);
                kernels.ChannelAffine(px, pm, pa, pb, po, batch, Channels, pixels);
                kernels.ChannelSums(pg, px, pm, ps, pp, batch, Channels, pixels);
                kernels.ChannelBackward(pg, px, pm, pa, pb, pc, pd, batch, Channels, pixels);
            }

            for (int channel = 0; channel < Channels; channel++)
            {
                int[][] planes =
                [
                    .. Enumerable
                        .Range(0, batch)
                        .Select(n => Enumerable.Range(((n * Channels) + channel) * pixels, pixels).ToArray()),
                ];
                float center = mean[channel];
                double Over(Func<int, float, float> add) =>
                    planes.Aggregate(0.0, (total, at) => total + PlainSums.Line(pixels, (i, lane) => add(at[i], lane)));
                double size = (double)batch * pixels;
                Assert.Equal((float)(Over((i, lane) => lane + x[i]) / size), center);
                Assert.Equal((float)(Over((i, lane) => Fma(x[i] - center, x[i] - center, lane)) / size), variance[channel]);
                Assert.Equal((float)Over((i, lane) => lane + g[i]), sum[channel]);
                Assert.Equal((float)Over((i, lane) => Fma(g[i], x[i] - center, lane)), product[channel]);
                foreach (int i in planes.SelectMany(at => at))
                {
                    Assert.Equal(Fma(x[i] - center, a[channel], b[channel]), output[i]);
                    Assert.Equal(Fma(g[i], a[channel], Fma(x[i] - center, b[channel], c[channel])), slopes[i]);
                }
            }
        });
    }

    private static float[] Draw(Rng rng, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)rng.NextNormal())];

    private static float Fma(float a, float b, float c) => Fused.MultiplyAdd(a, b, c);
}
