using System.Buffers.Binary;
using System.IO.Compression;
using Research.Numerics;

namespace Research.Data.Images;

/// <summary>Reads PNG pictures of 8 bits a channel: grey, or red, green and blue; transparency is left out (ISO/IEC 15948).</summary>
/// <remarks>Check sums of chunks are not looked at: pinned files have their own.</remarks>
internal static class PngReader
{
    private const int MostPixels = 1 << 26;
    private const int MostInflation = 1032; // what one byte of deflate can stand for at most (RFC 1951)

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="ResearchException">The file is no such picture; the message begins with its path.</exception>
    public static Image Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ResearchException($"{path}: {error.Message}", error);
        }
    }

    /// <param name="name">For messages.</param>
    public static Image Parse(byte[] file, string name)
    {
        try
        {
            return Parse(file);
        }
        catch (Exception error) when (error is ResearchException or InvalidDataException or EndOfStreamException)
        {
            throw new ResearchException($"{name}: {Sentence(error)}", error);
        }
    }

    private static string Sentence(Exception error) =>
        error is EndOfStreamException ? "ends within its pixels; copy it again." : error.Message;

    private static Image Parse(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Signature))
        {
            throw new ResearchException("is no PNG picture.");
        }

        using var data = new MemoryStream();
        PngHeader? header = null;
        int at = Signature.Length;
        while (at + 12 <= file.Length)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            ReadOnlySpan<byte> type = file.AsSpan(at + 4, 4);
            if (length > file.Length - at - 12)
            {
                throw new EndOfStreamException();
            }

            ReadOnlySpan<byte> chunk = file.AsSpan(at + 8, (int)length);
            header ??= type.SequenceEqual("IHDR"u8) ? PngHeader.Parse(chunk, MostPixels) : null;
            if (type.SequenceEqual("IDAT"u8))
            {
                data.Write(chunk);
            }

            at += (int)length + 12;
        }

        data.Position = 0;
        return Pixels(header ?? throw new ResearchException("has no header of a picture."), data);
    }

    // A row begins with the filter that made it: each byte less one of its neighbours.
    private static Image Pixels(PngHeader header, Stream packed)
    {
        using var data = new ZLibStream(packed, CompressionMode.Decompress);
        int stride = header.Width * header.Channels;
        if ((long)(stride + 1) * header.Height > packed.Length * MostInflation)
        {
            throw new EndOfStreamException(); // before any memory is asked for
        }

        int kept = header.Channels > 2 ? 3 : 1;
        byte[] pixels = new byte[header.Height * header.Width * kept];
        (byte[] above, byte[] row) = (new byte[stride], new byte[stride]);
        for (int y = 0; y < header.Height; y++)
        {
            int filter = data.ReadByte();
            data.ReadExactly(row);
            PngFilter.Undo(filter, row, above, header.Channels);
            for (int x = 0; x < header.Width; x++)
            {
                row.AsSpan(x * header.Channels, kept).CopyTo(pixels.AsSpan(((y * header.Width) + x) * kept));
            }

            (above, row) = (row, above);
        }

        return new Image(header.Height, header.Width, kept, pixels);
    }
}
