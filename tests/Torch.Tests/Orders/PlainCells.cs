using Research.Numerics;
using Research.Torch.Kernels;

namespace Research.Torch.Tests.Orders;

/// <summary>One unit of a recurrent cell, forward and backward, as docs/torch.md has it.</summary>
internal static class PlainCells
{
    /// <param name="x">The input's share of the unit's gates.</param>
    /// <param name="g">The hidden share; with the input's but in a GRU.</param>
    /// <returns>New hidden and cell state, and what the backward pass needs.</returns>
    public static (float H, float C, float[] Kept) Forward(CellKind kind, float[] x, float[] g, float h, float c)
    {
        switch (kind)
        {
            case CellKind.Lstm:
                (float i, float f, float u, float o) = (Sigmoid(g[0]), Sigmoid(g[1]), Tanh(g[2]), Sigmoid(g[3]));
                float entering = i * u;
                float cell = Fma(f, c, entering);
                float bounded = Tanh(cell);
                return (o * bounded, cell, [i, f, u, o, cell, bounded]);
            case CellKind.Gru:
                (float r, float z) = (Sigmoid(x[0] + g[0]), Sigmoid(x[1] + g[1]));
                float n = Tanh(Fma(r, g[2], x[2]));
                return (Fma(z, h - n, n), 0, [r, z, n, g[2]]);
            case CellKind.Tanh:
                return (Tanh(g[0]), 0, []);
            default:
                return (g[0] <= 0 ? 0 : g[0], 0, []);
        }
    }

    /// <returns>Gradients of the input's share, of the hidden share, of h past the weights, and of c.</returns>
    public static (float[] X, float[] Hidden, float H, float C) Backward(
        CellKind kind,
        float[] k,
        float output,
        float h,
        float c,
        float dh,
        float dc
    )
    {
        switch (kind)
        {
            case CellKind.Lstm:
                (float i, float f, float u, float o, float bounded) = (k[0], k[1], k[2], k[3], k[5]);
                float slope = dh * o;
                float dcell = Fma(slope, Fma(-bounded, bounded, 1), dc);
                float[] gates =
                [
                    dcell * u * i * (1 - i),
                    dcell * c * f * (1 - f),
                    dcell * i * Fma(-u, u, 1),
                    dh * bounded * o * (1 - o),
                ];
                return (gates, gates, 0, dcell * f);
            case CellKind.Gru:
                (float r, float z, float n, float inner) = (k[0], k[1], k[2], k[3]);
                float dn = dh * (1 - z) * Fma(-n, n, 1);
                float dz = dh * (h - n) * z * (1 - z);
                float dr = dn * inner * r * (1 - r);
                return ([dr, dz, dn], [dr, dz, dn * r], dh * z, 0);
            case CellKind.Tanh:
                float[] bent = [dh * Fma(-output, output, 1)];
                return (bent, bent, 0, 0);
            default:
                float[] passed = [output <= 0 ? 0 : dh];
                return (passed, passed, 0, 0);
        }
    }

    private static float Sigmoid(float x) => PlainFunctions.Sigmoid(x);

    private static float Tanh(float x) => PlainFunctions.Tanh(x);

    private static float Fma(float a, float b, float c) => Fused.MultiplyAdd(a, b, c);
}
