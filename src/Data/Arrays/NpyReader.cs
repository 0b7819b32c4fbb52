using System.Buffers.Binary;
using System.IO.Compression;
using Research.Numerics;

namespace Research.Data.Arrays;

/// <summary>Reads NumPy's array files, gzipped ones too.</summary>
/// <remarks>Oracle: files that NumPy wrote (npy.json), equal values.</remarks>
internal static class NpyReader
{
    private const int MostInflation = 1032; // what one byte of deflate can stand for at most (RFC 1951)
    private const int PartBytes = 1 << 16;

    private static readonly byte[] Gzip = [0x1F, 0x8B];

    /// <returns>Shape [rows, columns]; an array of one dimension is one row.</returns>
    /// <exception cref="ResearchException">It is no such file, or it ends too early; the message begins with the path.</exception>
    public static Matrix Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return Read(file, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ResearchException($"{path}: {error.Message}", error);
        }
    }

    /// <param name="file">Can seek.</param>
    /// <param name="name">For messages.</param>
    internal static Matrix Read(Stream file, string name)
    {
        try
        {
            Span<byte> head = stackalloc byte[2];
            bool zipped = file.ReadAtLeast(head, 2, throwOnEndOfStream: false) == 2 && head.SequenceEqual(Gzip);
            file.Position = 0;
            if (!zipped)
            {
                return Read(file, file.Length, out _);
            }

            using var unzipped = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            Matrix matrix = Read(unzipped, file.Length * MostInflation, out long bytes);
            CheckEnd(file, unzipped, bytes);
            return matrix;
        }
        catch (EndOfStreamException error)
        {
            throw new ResearchException($"{name}: ends within its header or its numbers; copy it again.", error);
        }
        catch (Exception error) when (error is ResearchException or InvalidDataException)
        {
            throw new ResearchException($"{name}: {error.Message}", error);
        }
    }

    // A count that the file cannot hold asks for no memory.
    private static Matrix Read(Stream stream, long mostBytes, out long bytes)
    {
        var header = NpyHeader.Read(stream);
        var numbers = NpyNumbers.Of(header.Type);
        bytes = header.Bytes + ((long)header.Rows * header.Columns * numbers.Bytes);
        if (bytes > mostBytes)
        {
            throw new EndOfStreamException();
        }

        var matrix = new Matrix(header.Rows, header.Columns);
        byte[] part = new byte[PartBytes];
        int count = matrix.Values.Length;
        int inPart = PartBytes / numbers.Bytes;
        for (int start = 0; start < count; start += inPart)
        {
            int length = Math.Min(inPart, count - start);
            stream.ReadExactly(part, 0, length * numbers.Bytes);
            for (int i = 0; i < length; i++)
            {
                matrix.Values[PlaceOf(start + i, header)] = numbers.Read(part.AsSpan(i * numbers.Bytes));
            }
        }

        return matrix;
    }

    // A gzip ends with the sum and the count of what it packs (RFC 1952); the library misses an end that was cut off.
    private static void CheckEnd(Stream file, Stream unzipped, long bytes)
    {
        if (unzipped.ReadByte() >= 0)
        {
            throw new InvalidDataException("holds more than its numbers; write it again with numpy.save.");
        }

        Span<byte> count = stackalloc byte[4];
        file.Position = file.Length - count.Length;
        file.ReadExactly(count);
        if (BinaryPrimitives.ReadUInt32LittleEndian(count) != (uint)bytes)
        {
            throw new InvalidDataException("is a gzip whose end is missing; copy it again.");
        }
    }

    private static int PlaceOf(int index, NpyHeader header) =>
        header.ByColumns ? (index % header.Rows * header.Columns) + (index / header.Rows) : index;
}
