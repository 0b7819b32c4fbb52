using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>Applies a colour change to each picture of a batch; grey pictures change as grey does: by the mean of the rows.</summary>
internal static class ColourChanges
{
    /// <param name="pictures">Shape [batch, 3 or 1, height, width].</param>
    public static Tensor Of(Tensor pictures, IReadOnlyList<ColourChange> changes)
    {
        (long batch, long channels) = (pictures.shape[0], pictures.shape[1]);
        bool grey = channels == 1;
        double[] factors = [.. changes.SelectMany(change => grey ? [OrderedSum.Of(change.Factors) / 3] : change.Factors)];
        double[] offsets = [.. changes.SelectMany(change => grey ? [OrderedSum.Mean(change.Offsets)] : change.Offsets)];
        Tensor pixels = pictures.flatten(2);
        return (Floats(factors, batch, channels, channels).matmul(pixels) + Floats(offsets, batch, channels, 1)).reshape(
            pictures.shape
        );
    }

    private static Tensor Floats(double[] values, params long[] shape) =>
        tensor(values.Select(value => (float)value).ToArray(), shape);
}
