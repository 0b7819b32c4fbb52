using Research.Numerics;
using Research.Torch.Kernels;
using Research.Torch.Kernels.Cpu;

namespace Research.Torch.Tests.Orders;

public class OptimizerOrderTests
{
    private const int Count = 1003;

    [Theory]
    [InlineData(false, 0.01f, 1f, false)]
    [InlineData(true, 0.01f, 1f, true)]
    [InlineData(false, 0f, 0.9f, true)]
    public unsafe void A_step_of_Adam_is_fused_as_written(bool maximize, float weightDecay, float decay, bool largest)
    {
        var rng = Rng.For(1, "adam");
        var f = new AdamFactors(0.9f, 0.999f, 1e-8f, 0.003f, 0.7f, weightDecay, decay, maximize);
        (float[] p, float[] g, float[] m) = (Draw(rng), Draw(rng), Draw(rng));
        float[] v = [.. Draw(rng).Select(Math.Abs)];
        float[] most = [.. Draw(rng).Select(Math.Abs)];
        (float[] p1, float[] m1, float[] v1, float[] most1) = ([.. p], [.. m], [.. v], [.. most]);
        fixed (
            float* pp = p1,
                pg = g,
                pm = m1,
                pv = v1,
                pl = most1
        )
        {
            CpuKernels.Instance.AdamStep([new UpdateTask(pp, pg, Count, pm, pv, largest ? pl : null, f, 0)]);
        }

        for (int i = 0; i < Count; i++)
        {
            float shrunk = p[i] * f.Decay;
            float slope = Fma(shrunk, f.WeightDecay, maximize ? -g[i] : g[i]);
            float fresh = slope * (1 - f.Beta1);
            float square = slope * slope;
            float freshSquare = square * (1 - f.Beta2);
            (m[i], v[i]) = (Fma(f.Beta1, m[i], fresh), Fma(f.Beta2, v[i], freshSquare));
            most[i] = largest ? Math.Max(most[i], v[i]) : most[i];
            float root = ((float)Math.Sqrt(largest ? most[i] : v[i]) / f.RootCorrection) + f.Epsilon;
            p[i] = Fma(-f.StepSize, m[i] / root, shrunk);
        }

        Bits.AssertSame(m, m1, "mean");
        Bits.AssertSame(v, v1, "square");
        Bits.AssertSame(most, most1, "largest square");
        Bits.AssertSame(p, p1, "parameter");
    }

    [Theory]
    [InlineData(0f, 0f, false, false)]
    [InlineData(0.9f, 0f, false, true)]
    [InlineData(0.9f, 0.01f, true, false)]
    public unsafe void A_step_of_gradient_descent_is_rounded_as_written(float momentum, float decay, bool nesterov, bool maximize)
    {
        var rng = Rng.For(3, "descent");
        (float[] p, float[] g, float[] b) = (Draw(rng), Draw(rng), Draw(rng));
        (float[] p1, float[] b1) = ([.. p], [.. b]);
        float share = 1 - 0.3f;
        var factors = new DescentFactors(-0.003f, momentum, decay, nesterov, maximize);
        fixed (
            float* pp = p1,
                pg = g,
                pb = b1
        )
        {
            CpuKernels.Instance.DescentStep(
                [
                    new UpdateTask(pp, pg, 1, momentum == 0 ? null : pb, null, null, default, share),
                    new UpdateTask(pp + 1, pg + 1, Count - 1, momentum == 0 ? null : pb + 1, null, null, default, share),
                ],
                factors
            );
        }

        for (int i = 0; i < Count; i++)
        {
            float slope = maximize ? -g[i] : g[i];
            slope += decay == 0 ? 0 : p[i] * decay;
            if (momentum != 0)
            {
                b[i] = Fma(slope, share, b[i] * momentum);
                slope = nesterov ? slope + (b[i] * momentum) : b[i];
            }

            p[i] = Fma(slope, -0.003f, p[i]);
        }

        Bits.AssertSame(b, b1, "buffer");
        Bits.AssertSame(p, p1, "parameter");
    }

    [Fact]
    public void A_scaled_sum_is_fused()
    {
        using DisposeScope scope = NewDisposeScope();
        var rng = Rng.For(2, "scaled");
        (float[] x, float[] y) = (Draw(rng), Draw(rng));
        float[] expected = [.. x.Select((value, i) => Fma(y[i], -0.3f, value))];
        Bits.AssertSame(expected, tensor(x).add_(tensor(y), -0.3f), "add_");
    }

    private static float[] Draw(Rng rng) => [.. Enumerable.Range(0, Count).Select(_ => (float)rng.NextNormal())];

    private static float Fma(float a, float b, float c) => Fused.MultiplyAdd(a, b, c);
}
