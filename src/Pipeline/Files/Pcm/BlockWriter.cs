namespace Research.Pipeline.Files.Pcm;

/// <summary>Writes a signal block by block, each with the predictor that suits it.</summary>
/// <remarks>
/// As FLAC (RFC 9639) does, without frames, checksums and channels: a file's digest protects it, and each item lies at a known place. A block's
/// predictor sees the samples of the block before; before the first sample there are zeros.
/// </remarks>
internal sealed class BlockWriter
{
    /// <summary>Samples of a block; the last is shorter.</summary>
    public const int BlockSamples = 1024;

    /// <summary>Zeros that stand before the first sample.</summary>
    public const int Lead = LinearPredictor.MostOrder;

    /// <summary>Bits that name the predictor: 0 to 4 is a fixed one of that order, above that a linear one.</summary>
    public const int KindBits = 5;

    private readonly LinearAnalysis _analysis = new();
    private readonly (uint[] Fixed, uint[] Linear) _folded = (new uint[BlockSamples], new uint[BlockSamples]);
    private readonly (RicePlan Fixed, RicePlan Linear) _plans = (new(), new());

    /// <param name="samples">Zeros, then the signal: 16-bit numbers.</param>
    public void Write(BitWriter writer, ReadOnlySpan<int> samples)
    {
        for (int start = Lead; start < samples.Length; start += BlockSamples)
        {
            Write(writer, samples, start, Math.Min(BlockSamples, samples.Length - start));
        }
    }

    private void Write(BitWriter writer, ReadOnlySpan<int> samples, int start, int count)
    {
        Span<uint> folded = _folded.Fixed.AsSpan(0, count);
        int order = FixedPredictor.BestOrder(samples[..(start + count)], start);
        FixedPredictor.Residuals(order, samples, start, folded);
        _plans.Fixed.Choose(folded);
        if (_analysis.Of(samples.Slice(start, count)) is { } linear)
        {
            Span<uint> other = _folded.Linear.AsSpan(0, count);
            linear.Residuals(samples, start, other);
            _plans.Linear.Choose(other);
            if (_plans.Linear.Bits + linear.Bits < _plans.Fixed.Bits)
            {
                writer.Write((uint)(FixedPredictor.MostOrder + linear.Order), KindBits);
                linear.Write(writer);
                _plans.Linear.Write(writer, other);
                return;
            }
        }

        writer.Write((uint)order, KindBits);
        _plans.Fixed.Write(writer, folded);
    }
}
