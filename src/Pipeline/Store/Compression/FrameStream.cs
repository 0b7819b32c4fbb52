using ZstdSharp;

namespace Research.Pipeline.Store.Compression;

/// <summary>The content of a compressed file; holds one unpacked frame at a time, so that any part can be read without the rest.</summary>
internal sealed class FrameStream : Stream
{
    private readonly FileStream _file;
    private readonly FrameTable _table;
    private readonly Decompressor _decompressor = new();
    private readonly byte[] _packed;
    private readonly byte[] _content = new byte[FrameWriter.FrameBytes];
    private int _unpacked = -1;

    private FrameStream(FileStream file, FrameTable table) =>
        (_file, _table, _packed) = (file, table, new byte[table.LongestPacked]);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _table.ContentBytes;

    public override long Position { get; set; }

    /// <summary>The content of a file that must hold that many bytes. The stream owns the file.</summary>
    /// <exception cref="DamagedObjectException">It is no compressed file, or holds more or less.</exception>
    public static FrameStream Over(FileStream file, long size)
    {
        try
        {
            var table = FrameTable.Read(file);
            return table.ContentBytes == size
                ? new FrameStream(file, table)
                : throw new DamagedObjectException(
                    $"{file.Name} is damaged: it holds {table.ContentBytes} bytes and should hold {size}. Run again: it is made anew."
                );
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || Position >= Length)
        {
            return 0;
        }

        int frame = _table.FrameAt(Position);
        Unpack(frame);
        (long start, int bytes) = _table.ContentOf(frame);
        ReadOnlySpan<byte> rest = _content.AsSpan(0, bytes)[(int)(Position - start)..];
        int count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException("A stored file is never written in place.");

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A stored file is never written in place.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decompressor.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    // Into a buffer of fixed size: a frame that would give more than the table says is refused, however much that is.
    private void Unpack(int frame)
    {
        if (frame == _unpacked)
        {
            return;
        }

        _unpacked = -1;
        (long start, int bytes) = _table.PackedOf(frame);
        _file.Position = start;
        _file.ReadExactly(_packed, 0, bytes);
        int expected = _table.ContentOf(frame).Bytes;
        try
        {
            if (!_decompressor.TryUnwrap(_packed.AsSpan(0, bytes), _content.AsSpan(0, expected), out int got) || got != expected)
            {
                throw Damaged(frame, null);
            }
        }
        catch (ZstdException error)
        {
            throw Damaged(frame, error);
        }

        _unpacked = frame;
    }

    private DamagedObjectException Damaged(int frame, Exception? cause) =>
        new($"{_file.Name} is damaged: frame {frame} does not hold what its table says. Run again: it is made anew.", cause!);
}
