namespace Research.Pipeline.Files;

/// <summary>Numbers with their bytes regrouped: the first byte of every number, then the second of every one, and so on.</summary>
/// <remarks>Bytes of one significance resemble each other, so a compressor packs them tighter and several times faster (ADR 18).</remarks>
internal static class BytePlanes
{
    /// <param name="numbers">One after the other.</param>
    /// <param name="width">Bytes of a number.</param>
    public static byte[] Split(ReadOnlySpan<byte> numbers, int width)
    {
        byte[] planes = new byte[numbers.Length];
        int count = numbers.Length / width;
        for (int plane = 0; plane < width; plane++)
        {
            Span<byte> target = planes.AsSpan(plane * count, count);
            for (int i = 0; i < count; i++)
            {
                target[i] = numbers[(i * width) + plane];
            }
        }

        return planes;
    }

    /// <summary>Takes a split back.</summary>
    /// <param name="planes">As they were split.</param>
    /// <param name="width">Bytes of a number.</param>
    /// <param name="numbers">As long as the planes.</param>
    public static void Join(ReadOnlySpan<byte> planes, int width, Span<byte> numbers)
    {
        int count = planes.Length / width;
        for (int plane = 0; plane < width; plane++)
        {
            ReadOnlySpan<byte> source = planes.Slice(plane * count, count);
            for (int i = 0; i < count; i++)
            {
                numbers[(i * width) + plane] = source[i];
            }
        }
    }
}
