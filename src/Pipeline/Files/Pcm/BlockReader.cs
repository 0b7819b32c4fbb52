namespace Research.Pipeline.Files.Pcm;

/// <summary>Reads what a <see cref="BlockWriter" /> wrote.</summary>
internal static class BlockReader
{
    /// <param name="samples">Zeros, then place for the signal.</param>
    /// <exception cref="InvalidDataException">The bytes hold no such signal.</exception>
    public static void Read(ref BitReader reader, Span<int> samples)
    {
        for (int start = BlockWriter.Lead; start < samples.Length; start += BlockWriter.BlockSamples)
        {
            Read(ref reader, samples, start, Math.Min(BlockWriter.BlockSamples, samples.Length - start));
        }
    }

    private static void Read(ref BitReader reader, Span<int> samples, int start, int count)
    {
        int kind = (int)reader.Read(BlockWriter.KindBits);
        int order = kind - FixedPredictor.MostOrder;
        if (order > LinearPredictor.MostOrder)
        {
            throw new InvalidDataException($"There is no predictor {kind}.");
        }

        LinearPredictor? linear = order > 0 ? LinearPredictor.Read(ref reader, order) : null;
        RicePlan.Read(ref reader, samples.Slice(start, count));
        if (linear is null)
        {
            FixedPredictor.Restore(kind, samples, start, count);
        }
        else
        {
            linear.Restore(samples, start, count);
        }
    }
}
