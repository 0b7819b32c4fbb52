namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>Places outside a line of pixels, mirrored back into it; the edge is not repeated.</summary>
internal static class Reflection
{
    /// <param name="size">Pixels; at least 1.</param>
    public static int Of(int place, int size)
    {
        if (size == 1)
        {
            return 0;
        }

        int period = 2 * (size - 1);
        int within = ((place % period) + period) % period;
        return within < size ? within : period - within;
    }
}
