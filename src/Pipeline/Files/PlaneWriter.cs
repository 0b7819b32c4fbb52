namespace Research.Pipeline.Files;

/// <summary>Writes a long row of numbers in byte planes, chunk by chunk, so that neither side ever holds all planes.</summary>
/// <param name="stream">Receives the planes; stays open.</param>
internal sealed class PlaneWriter(Stream stream) : IDisposable
{
    /// <summary>Numbers of a chunk; the last is shorter. A plane of one fills a frame of the store.</summary>
    public const int ChunkNumbers = 1 << 17;

    private readonly long[] _chunk = new long[ChunkNumbers];
    private int _count;

    public void Write(ReadOnlySpan<long> numbers)
    {
        while (!numbers.IsEmpty)
        {
            int fit = Math.Min(numbers.Length, ChunkNumbers - _count);
            numbers[..fit].CopyTo(_chunk.AsSpan(_count));
            numbers = numbers[fit..];
            _count += fit;
            if (_count == ChunkNumbers)
            {
                Flush();
            }
        }
    }

    public void Dispose() => Flush();

    private void Flush()
    {
        stream.Write(BytePlanes.Split(_chunk.AsSpan(0, _count)));
        _count = 0;
    }
}
