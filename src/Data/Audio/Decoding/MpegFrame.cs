namespace Research.Data.Audio.Decoding;

/// <summary>The header of a frame of MPEG audio.</summary>
/// <param name="Version">1, 2, or 3 for MPEG 2.5.</param>
/// <param name="Layer">1 to 3.</param>
/// <param name="SampleRateHz">Of the frame's sound.</param>
/// <param name="Channels">1 or 2.</param>
/// <param name="Bytes">Length with the header.</param>
/// <param name="HasChecksum">Whether 16 bits of it follow the header.</param>
/// <remarks>Source: ISO/IEC 11172-3, 2.4.1.3 and 2.4.2.3; ISO/IEC 13818-3, 2.4.2.3; MPEG 2.5 halves the rates once more. Oracle: frames by hand.</remarks>
internal readonly record struct MpegFrame(int Version, int Layer, int SampleRateHz, int Channels, int Bytes, bool HasChecksum)
{
    /// <summary>Bytes of a header.</summary>
    public const int HeaderBytes = 4;

    private const int Free = 0;
    private const int Mono = 3;

    private static readonly int[] RatesHz = [44_100, 48_000, 32_000];

    // Kilobits a second, by the four bits of the header.
    private static readonly int[] FirstLayer1 = [Free, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448];
    private static readonly int[] FirstLayer2 = [Free, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384];
    private static readonly int[] FirstLayer3 = [Free, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] SecondLayer1 = [Free, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256];
    private static readonly int[] SecondOthers = [Free, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    /// <summary>Samples a channel.</summary>
    public int Samples =>
        Layer == 1 ? 384
        : Layer == 3 && Version > 1 ? 576
        : 1152;

    /// <summary>The longest: layer II, MPEG 2.5, 160 kbit/s at 8 kHz, with its padding.</summary>
    public const int MostBytes = 2881;

    /// <summary>Whether another frame can follow in the same recording.</summary>
    public bool IsLike(MpegFrame other) =>
        (Version, Layer, SampleRateHz, Channels) == (other.Version, other.Layer, other.SampleRateHz, other.Channels);

    /// <summary>Bytes of layer III's side information.</summary>
    public int SideBytes =>
        (Version, Channels) switch
        {
            (1, 1) => 17,
            (1, _) => 32,
            (_, 1) => 9,
            _ => 17,
        };

    /// <summary>Reads a header; null where the bytes are none, or of a frame whose length is not stated.</summary>
    public static MpegFrame? Of(ReadOnlySpan<byte> header)
    {
        if (header.Length < HeaderBytes || header[0] != 0xFF || header[1] < 0xE0)
        {
            return null;
        }

        int version = ((header[1] >> 3) & 3) switch
        {
            3 => 1,
            2 => 2,
            0 => 3,
            _ => 0,
        };
        int layer = 4 - ((header[1] >> 1) & 3);
        int bitRate = header[2] >> 4;
        int rate = (header[2] >> 2) & 3;
        if (version == 0 || layer == 4 || bitRate is Free or 15 || rate == 3)
        {
            return null;
        }

        int hertz = RatesHz[rate] >> (version - 1);
        int kilobits = BitRates(version, layer)[bitRate];
        int padding = (header[2] >> 1) & 1;
        int bytes =
            layer == 1
                ? ((12_000 * kilobits / hertz) + padding) * 4
                : (((layer == 3 && version > 1 ? 72_000 : 144_000) * kilobits) / hertz) + padding;
        return new(version, layer, hertz, header[3] >> 6 == Mono ? 1 : 2, bytes, (header[1] & 1) == 0);
    }

    private static int[] BitRates(int version, int layer) =>
        (version, layer) switch
        {
            (1, 1) => FirstLayer1,
            (1, 2) => FirstLayer2,
            (1, _) => FirstLayer3,
            (_, 1) => SecondLayer1,
            _ => SecondOthers,
        };
}
