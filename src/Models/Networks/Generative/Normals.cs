using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>Tensors of standard normal numbers from a named stream.</summary>
internal static class Normals
{
    public static Tensor Of(Rng rng, params long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (product, size) => product * size)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)rng.NextNormal();
        }

        return tensor(values, shape);
    }
}
