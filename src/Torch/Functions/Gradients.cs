using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>What many backward functions need.</summary>
internal static class Gradients
{
    /// <summary>Sums a gradient over the dimensions along which its tensor was repeated.</summary>
    public static Tensor SumTo(Tensor gradient, long[] shape)
    {
        if (Shapes.Same(gradient.Sizes, shape))
        {
            return gradient;
        }

        int extra = gradient.Sizes.Length - shape.Length;
        var repeated = new List<long>();
        for (int d = 0; d < gradient.Sizes.Length; d++)
        {
            if (d < extra || (shape[d - extra] == 1 && gradient.Sizes[d] != 1))
            {
                repeated.Add(d);
            }
        }

        Tensor sum = repeated.Count > 0 ? gradient.sum([.. repeated], keepdim: true) : gradient;
        return sum.reshape(shape);
    }
}
