using System.Runtime.Intrinsics;
using Research.Numerics;
using Research.Torch.Kernels.Cpu;

namespace Research.Torch.Tests.Orders;

/// <summary>Softmax of one line and its gradient, in the order of docs/torch.md.</summary>
internal static class PlainSoftmax
{
    public static (float[] Output, float[] Gradient) Of(bool logarithm, float[] x, float[] slopes)
    {
        float most = x.Max();
        float[] shifted = [.. x.Select(value => value - most)];
        float[] powers = [.. shifted.Select(Exp)];
        double sum = PlainSums.Line(powers);
        var scale = (float)(1 / sum);
        var shift = (float)PortableMath.Log(sum);
        float[] y = logarithm ? [.. shifted.Select(value => value - shift)] : [.. powers.Select(value => value * scale)];
        var whole = (float)
            PlainSums.Line(x.Length, (i, lane) => logarithm ? lane + slopes[i] : Fused.MultiplyAdd(slopes[i], y[i], lane));
        float[] gradient =
        [
            .. y.Select((value, i) => logarithm ? Fused.MultiplyAdd(-Exp(value), whole, slopes[i]) : value * (slopes[i] - whole)),
        ];
        return (y, gradient);
    }

    private static float Exp(float x) => VectorMath.Exp(Vector256.Create(x))[0];
}
