namespace Research.Data.Audio.Wav;

/// <summary>A tag that programs for music put before a file's own first byte.</summary>
/// <remarks>Source: ID3 tag version 2.4.0 (2000), section 3.1: a size of four bytes with seven bits each, the header of ten bytes and a footer not counted.</remarks>
internal static class Id3Tag
{
    private const int HeaderBytes = 10;
    private const int FooterFlag = 0x10;

    /// <summary>Bytes of a tag at the start of a file; 0 where there is none.</summary>
    public static long Bytes(ReadOnlySpan<byte> start)
    {
        if (
            start.Length < HeaderBytes
            || !start.StartsWith("ID3"u8)
            || start[6..HeaderBytes].IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0
        )
        {
            return 0;
        }

        int size = (start[6] << 21) | (start[7] << 14) | (start[8] << 7) | start[9];
        return HeaderBytes + size + ((start[5] & FooterFlag) != 0 ? HeaderBytes : 0);
    }

    /// <summary>Bytes of a tag that a WAV follows; 0 where there is none, or no WAV after it.</summary>
    public static long BytesBeforeWav(Stream file)
    {
        long tag = Bytes(Start(file, 0));
        return tag > 0 && tag < file.Length && WavContainer.Of(Start(file, tag)) is not null ? tag : 0;
    }

    private static byte[] Start(Stream file, long place)
    {
        byte[] start = new byte[(int)Math.Min(WavContainer.StartBytes, file.Length - place)];
        file.Position = place;
        file.ReadExactly(start);
        return start;
    }
}
