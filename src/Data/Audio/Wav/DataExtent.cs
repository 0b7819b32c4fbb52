namespace Research.Data.Audio.Wav;

/// <summary>How many bytes of samples there truly are: what recorders and pipes write into the size of the data is often not known to them.</summary>
/// <remarks>
/// sox into a pipe writes 0x7FFFF000, recorders of telephones 0x7FFFFFFF, arecord 0x80000000, services of speech 0xFFFFFFFF less a header, programs that were
/// killed 0; each means: to the end of the file. Other promises beyond the end are taken as far as there is something, with a warning.
/// </remarks>
internal static class DataExtent
{
    private const long LeastUnknown = 0x7FFF_F000;
    private const int TrailerBytes = 1 << 18; // chunks after the samples, looked for where the size does not say where they begin

    /// <param name="warnings">Gets a sentence where the promise is wrong.</param>
    public static long Of(Stream file, WavChunks chunks, WavChunk data, WavFormat format, List<string> warnings)
    {
        long left = file.Length - data.Start;
        bool open = IsUnknown(data, left) || (data.Bytes == 0 && left > 0 && !chunks.ReachEnd(data.Start));
        if (!open && data.Bytes <= left)
        {
            return data.Bytes;
        }

        long bytes = Trailer(file, chunks, data.Start) - data.Start;
        if (!open)
        {
            long frames = bytes / format.BytesPerFrame;
            warnings.Add(
                FormattableString.Invariant(
                    $"the header promises {data.Bytes} bytes of samples and {bytes} are there: {frames} samples a channel, which are read; the file may be cut off"
                )
            );
        }

        return bytes;
    }

    private static bool IsUnknown(WavChunk data, long left) =>
        data.Bytes < 0 || (data.Bytes >= LeastUnknown && data.Bytes > left);

    // Where chunks of known names begin that end with the file; else its end.
    private static long Trailer(Stream file, WavChunks chunks, long start)
    {
        long from = Math.Max(start, file.Length - TrailerBytes);
        byte[] tail = new byte[file.Length - from];
        file.Position = from;
        file.ReadExactly(tail);
        return from + chunks.Trailer(tail);
    }
}
