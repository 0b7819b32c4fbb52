using System.Buffers.Binary;
using System.Text;
using Research.Numerics;

namespace Research.NativeLibraries.Elf;

/// <summary>The bytes of a file with checks: what lies beyond the end is refused, with the place.</summary>
/// <param name="bytes">The whole file; little-endian.</param>
/// <param name="name">Of the file, for messages.</param>
internal sealed class ElfBytes(ReadOnlyMemory<byte> bytes, string name)
{
    public long Length => bytes.Length;

    public ushort Half(long offset) => BinaryPrimitives.ReadUInt16LittleEndian(At(offset, sizeof(ushort)));

    public uint Word(long offset) => BinaryPrimitives.ReadUInt32LittleEndian(At(offset, sizeof(uint)));

    /// <exception cref="ResearchException">The number is larger than any file.</exception>
    public long Offset(long offset)
    {
        long value = BinaryPrimitives.ReadInt64LittleEndian(At(offset, sizeof(long)));
        return value >= 0 ? value : throw Damaged($"the number at byte {offset} is larger than any file");
    }

    public ReadOnlySpan<byte> At(long offset, int count) =>
        offset >= 0 && offset <= bytes.Length - count
            ? bytes.Span.Slice((int)offset, count)
            : throw Damaged($"{count} bytes at {offset} were needed, and it has {bytes.Length}");

    /// <summary>Text up to a zero byte.</summary>
    public string Text(long offset)
    {
        _ = At(offset, 1);
        ReadOnlySpan<byte> rest = bytes.Span[(int)offset..];
        int length = rest.IndexOf((byte)0);
        return length >= 0 ? Encoding.ASCII.GetString(rest[..length]) : throw Damaged($"the text at byte {offset} has no end");
    }

    public ResearchException Damaged(string what) =>
        new($"{name} is cut off or damaged: {what}. Remove it and restore the packages again.");
}
