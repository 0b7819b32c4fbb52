using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Research.Pipeline.Store.Compression;

/// <summary>Writes a file compressed: zstd frames of equal content, each readable by itself, and their table.</summary>
internal static class FrameWriter
{
    /// <summary>Content of a frame: what must be unpacked to read one byte. Larger ones save nothing (ADR 18).</summary>
    public const int FrameBytes = 1 << 17;

    private const int Level = 1;
    private const int SmallestBytes = 4096; // a file within one block of the disk takes no less room when compressed
    private const int LeastSaving = 16;

    /// <summary>Compresses a file into another, where that saves at least a sixteenth.</summary>
    /// <returns>False where it does not; the other file is then not there.</returns>
    public static bool TryCompress(string source, string target)
    {
        using FileStream content = File.OpenRead(source);
        if (content.Length < SmallestBytes)
        {
            return false;
        }

        bool saves;
        using (FileStream packed = File.Create(target))
        {
            Compress(content, packed);
            saves = packed.Length <= content.Length - (content.Length / LeastSaving);
        }

        if (!saves)
        {
            File.Delete(target);
        }

        return saves;
    }

    private static void Compress(FileStream content, FileStream packed)
    {
        using var compressor = new Compressor(Level);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        var frames = new List<(int Packed, int Content)>();
        byte[] bytes = new byte[FrameBytes];
        byte[] frame = new byte[Compressor.GetCompressBound(FrameBytes)];
        while (content.ReadAtLeast(bytes, FrameBytes, throwOnEndOfStream: false) is > 0 and int read)
        {
            int length = compressor.Wrap(bytes.AsSpan(0, read), frame);
            packed.Write(frame, 0, length);
            frames.Add((length, read));
        }

        FrameTable.Write(packed, frames);
    }
}
