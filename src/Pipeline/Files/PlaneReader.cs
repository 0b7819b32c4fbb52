namespace Research.Pipeline.Files;

/// <summary>Reads what a <see cref="PlaneWriter" /> wrote.</summary>
/// <param name="stream">Stands where the planes begin.</param>
/// <param name="total">Numbers that were written.</param>
internal sealed class PlaneReader(Stream stream, long total)
{
    private readonly byte[] _planes = new byte[Math.Min(total, PlaneWriter.ChunkNumbers) * sizeof(long)];
    private readonly long[] _chunk = new long[Math.Min(total, PlaneWriter.ChunkNumbers)];
    private long _left = total; // beyond the chunk
    private int _next;
    private int _count;

    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public void Read(Span<long> numbers)
    {
        while (!numbers.IsEmpty)
        {
            if (_next == _count)
            {
                Fill();
            }

            int fit = Math.Min(numbers.Length, _count - _next);
            _chunk.AsSpan(_next, fit).CopyTo(numbers);
            numbers = numbers[fit..];
            _next += fit;
        }
    }

    private void Fill()
    {
        (_next, _count) = (0, (int)Math.Min(_left, PlaneWriter.ChunkNumbers));
        if (_count == 0)
        {
            throw new EndOfStreamException("More numbers were asked for than there are.");
        }

        Span<byte> planes = _planes.AsSpan(0, _count * sizeof(long));
        stream.ReadExactly(planes);
        BytePlanes.Join(planes, _chunk.AsSpan(0, _count));
        _left -= _count;
    }
}
