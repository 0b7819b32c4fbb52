using Research.Numerics;

namespace Research.Data.Images;

/// <summary>The five filters of PNG rows, undone (ISO/IEC 15948, 9.2).</summary>
internal static class PngFilter
{
    /// <param name="filter">0 to 4.</param>
    /// <param name="row">Becomes the pixels' bytes.</param>
    /// <param name="above">The row before; zeros for the first.</param>
    /// <param name="pixelBytes">Bytes of one pixel.</param>
    /// <exception cref="EndOfStreamException">There was no filter any more.</exception>
    /// <exception cref="ResearchException">There is no such filter.</exception>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int pixelBytes)
    {
        if (filter is < 0 or > 4)
        {
            throw filter < 0
                ? new EndOfStreamException()
                : new ResearchException($"has a row with the filter {filter}; 0 to 4 are known.");
        }

        for (int i = 0; i < row.Length; i++)
        {
            int left = i < pixelBytes ? 0 : row[i - pixelBytes];
            int corner = i < pixelBytes ? 0 : above[i - pixelBytes];
            row[i] += (byte)(
                filter switch
                {
                    1 => left,
                    2 => above[i],
                    3 => (left + above[i]) / 2,
                    4 => Paeth(left, above[i], corner),
                    _ => 0,
                }
            );
        }
    }

    // The neighbour nearest to left + above − corner.
    private static int Paeth(int left, int above, int corner)
    {
        int toLeft = Math.Abs(above - corner);
        int toAbove = Math.Abs(left - corner);
        int toCorner = Math.Abs(left + above - (2 * corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left
            : toAbove <= toCorner ? above
            : corner;
    }
}
