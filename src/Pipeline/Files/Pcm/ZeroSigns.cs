namespace Research.Pipeline.Files.Pcm;

/// <summary>Which zeros of a signal are negative: rounding a small negative number gives one, and every bit must come back.</summary>
/// <remarks>One bit tells whether any is. Then runs of equal sign among the zeros, the first of positive ones, each as an Elias gamma code.</remarks>
internal static class ZeroSigns
{
    public static void Write(BitWriter writer, ReadOnlySpan<double> samples)
    {
        bool any = AnyNegative(samples);
        writer.Write(any ? 1u : 0, 1);
        if (!any)
        {
            return;
        }

        (bool negative, uint run) = (false, 1); // one more than there are, so that the first run may be empty
        foreach (double sample in samples)
        {
            if (sample != 0)
            {
                continue;
            }

            if (double.IsNegative(sample) != negative)
            {
                writer.WriteGamma(run);
                (negative, run) = (!negative, 0);
            }

            run++;
        }

        writer.WriteGamma(run);
    }

    /// <summary>Gives the zeros of a signal their signs.</summary>
    /// <exception cref="InvalidDataException">The runs do not fit the zeros.</exception>
    public static void Read(ref BitReader reader, Span<double> samples)
    {
        if (reader.Read(1) == 0)
        {
            return;
        }

        (bool negative, uint run) = (false, reader.ReadGamma() - 1);
        foreach (ref double sample in samples)
        {
            if (sample != 0)
            {
                continue;
            }

            if (run == 0)
            {
                (negative, run) = (!negative, reader.ReadGamma());
            }

            sample = negative ? -0.0 : 0.0;
            run--;
        }

        if (run != 0)
        {
            throw new InvalidDataException($"Signs of {run} zeros are left over.");
        }
    }

    private static bool AnyNegative(ReadOnlySpan<double> samples)
    {
        foreach (double sample in samples)
        {
            if (sample == 0 && double.IsNegative(sample))
            {
                return true;
            }
        }

        return false;
    }
}
