using static TorchSharp.torch;

namespace Research.Models.Training;

/// <summary>Mean loss over some items.</summary>
public delegate Tensor MeanLoss(ReadOnlySpan<int> items);

/// <summary>Gradients of a batch's mean loss, part by part, so that a batch need not fit into memory at once.</summary>
public static class GradientAccumulation
{
    /// <summary>Adds to the gradients those of the batch's mean loss.</summary>
    /// <remarks>
    /// Part p of n_p items out of n contributes (n_p/n)·∇L_p. For a loss that is a mean over items this is the gradient of the whole batch but for the
    /// rounding of float32 sums (a few units in the last place of the largest contribution). It is not for a network whose items see one another in
    /// training mode (batch normalization), and dropout draws other masks. One part is the batch itself, to the same bits.
    /// </remarks>
    /// <param name="parts">How many; sizes differ by one item at most. A batch of fewer items has a part for each.</param>
    /// <returns>The batch's mean loss, or the first part's that is not finite; then gradients are incomplete.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no part.</exception>
    public static double Backward(ReadOnlySpan<int> batch, int parts, MeanLoss loss)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        int count = Math.Min(parts, batch.Length);
        double sum = 0;
        for (int part = 0; part < count; part++)
        {
            ReadOnlySpan<int> items = batch[Start(part, count, batch.Length)..Start(part + 1, count, batch.Length)];
            double value = BackwardPart(items, batch.Length, loss);
            if (!double.IsFinite(value))
            {
                return value;
            }

            sum += value * items.Length; // exact for one part: a float32 times a count fits into a double
        }

        return sum / batch.Length;
    }

    private static double BackwardPart(ReadOnlySpan<int> items, int batch, MeanLoss loss)
    {
        using var scope = NewDisposeScope();
        Tensor mean = loss(items);
        double value = mean.item<float>();
        if (double.IsFinite(value))
        {
            (items.Length == batch ? mean : mean * ((float)items.Length / batch)).backward();
        }

        return value;
    }

    private static int Start(int part, int parts, int length) => (int)((long)part * length / parts);
}
