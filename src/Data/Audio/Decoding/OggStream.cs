namespace Research.Data.Audio.Decoding;

/// <summary>The pages of an Ogg file one after another: whether it is whole, and one recording.</summary>
/// <remarks>Source: RFC 3533. Files that follow each other are a chain; each begins with a page that says so.</remarks>
internal static class OggStream
{
    private const int HeaderBytes = 27;
    private const int FlagsAt = 5;
    private const int SegmentsAt = 26;
    private const int Begins = 2;
    private const int Ends = 4;

    /// <summary>What is amiss, a sentence each without its full stop.</summary>
    public static IReadOnlyList<string> Warnings(Stream file)
    {
        (int recordings, bool sound, bool ended, long place) = (0, true, false, 0);
        byte[] page = new byte[HeaderBytes + byte.MaxValue];
        while (place < file.Length)
        {
            file.Position = place;
            int count = file.ReadAtLeast(page, page.Length, throwOnEndOfStream: false);
            int segments = count > SegmentsAt ? page[SegmentsAt] : 0;
            if (count < HeaderBytes + segments || !page.AsSpan().StartsWith("OggS"u8))
            {
                break; // the decoder looks for the next page; what it finds is told by how the last one ended
            }

            long next = place + HeaderBytes + segments + SumOf(page.AsSpan(HeaderBytes, segments));
            bool begins = (page[FlagsAt] & Begins) != 0;
            recordings += begins && sound ? 1 : 0; // streams of one recording begin page by page
            sound = !begins;
            ended = (page[FlagsAt] & Ends) != 0 && next <= file.Length;
            place = next;
        }

        return
        [
            .. recordings > 1
                ? [$"it holds {recordings} recordings one after another, of which the first is read; cut the file"]
                : Array.Empty<string>(),
            .. ended ? Array.Empty<string>() : ["its last page is missing: it was cut off"],
        ];
    }

    private static int SumOf(ReadOnlySpan<byte> lengths)
    {
        int sum = 0;
        foreach (byte length in lengths)
        {
            sum += length;
        }

        return sum;
    }
}
