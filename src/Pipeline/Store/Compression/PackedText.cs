using ZstdSharp;

namespace Research.Pipeline.Store.Compression;

/// <summary>Short texts as one zstd frame each.</summary>
internal static class PackedText
{
    private const int Level = 5; // 8 % less than level 3; level 9 takes twice the time for 7 % more
    public const int MostBytes = 1 << 26;

    public static byte[] Pack(ReadOnlySpan<byte> text)
    {
        using var compressor = new Compressor(Level);
        return compressor.Wrap(text).ToArray();
    }

    /// <exception cref="DamagedObjectException">The bytes are no packed text, or one of more than 64 MiB.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        try
        {
            using var decompressor = new Decompressor();
            return decompressor.Unwrap(packed, MostBytes).ToArray();
        }
        catch (ZstdException error)
        {
            throw new DamagedObjectException("It does not unpack.", error);
        }
    }
}
