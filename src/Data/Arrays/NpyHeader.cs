using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Research.Numerics;

namespace Research.Data.Arrays;

/// <summary>What stands before the numbers of a NumPy file: their type, their order and their shape.</summary>
/// <remarks>Format: numpy.lib.format, versions 1 to 3.</remarks>
/// <param name="Type">Such as "&lt;f8".</param>
/// <param name="ByColumns">Whether the first index runs fastest (Fortran's order).</param>
internal sealed partial record NpyHeader(string Type, bool ByColumns, int Rows, int Columns)
{
    /// <summary>Of the header in the file.</summary>
    public int Bytes { get; init; }

    private const int MostText = 1 << 16;
    private const long MostValues = 1L << 26;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Whether a file begins as NumPy's do.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith(Magic);

    /// <summary>Reads up to the first number.</summary>
    /// <exception cref="ResearchException">It is no NumPy file, or what it holds is no table of real numbers.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within the header.</exception>
    public static NpyHeader Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[8];
        stream.ReadExactly(head);
        if (!Begins(head) || head[6] is < 1 or > 3)
        {
            throw new ResearchException("is no NumPy file of version 1 to 3; write it with numpy.save.");
        }

        Span<byte> length = stackalloc byte[head[6] == 1 ? 2 : 4];
        stream.ReadExactly(length);
        uint bytes =
            length.Length == 2
                ? BinaryPrimitives.ReadUInt16LittleEndian(length)
                : BinaryPrimitives.ReadUInt32LittleEndian(length);
        if (bytes > MostText)
        {
            throw new ResearchException($"has a header of {bytes} bytes; at most {MostText} are read.");
        }

        byte[] text = new byte[bytes];
        stream.ReadExactly(text);
        return Parse(Encoding.UTF8.GetString(text)) with { Bytes = head.Length + length.Length + text.Length };
    }

    private static NpyHeader Parse(string text)
    {
        Match type = TypePattern().Match(text);
        Match order = OrderPattern().Match(text);
        Match shape = ShapePattern().Match(text);
        if (!type.Success || !order.Success || !shape.Success)
        {
            throw new ResearchException("holds records or objects; numbers in rows and columns are needed.");
        }

        (int rows, int columns) = ShapeOf(shape.Groups[1].Value);
        return new(type.Groups[1].Value, order.Groups[1].Value == "True", rows, columns);
    }

    // One dimension is one row.
    private static (int Rows, int Columns) ShapeOf(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        long[] sizes =
        [
            .. parts.Select(part =>
                long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out long size) ? size : 0
            ),
        ];
        (long rows, long columns) = sizes.Length switch
        {
            1 => (1, sizes[0]),
            2 => (sizes[0], sizes[1]),
            _ => (0, 0),
        };
        return rows > 0 && columns > 0 && rows <= MostValues / columns
            ? ((int)rows, (int)columns)
            : throw new ResearchException(
                $"has the shape ({text}); one or two dimensions of at most {MostValues} values, none of them 0, are needed."
            );
    }

    [GeneratedRegex("'descr'\\s*:\\s*'([^']*)'")]
    private static partial Regex TypePattern();

    [GeneratedRegex("'fortran_order'\\s*:\\s*(True|False)")]
    private static partial Regex OrderPattern();

    [GeneratedRegex("'shape'\\s*:\\s*\\(([^)]*)\\)")]
    private static partial Regex ShapePattern();
}
