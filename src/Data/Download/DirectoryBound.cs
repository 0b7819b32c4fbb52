namespace Research.Data.Download;

/// <summary>An archive's bytes, of which no more than that many may be read before <see cref="Lift"/>: its directory is held in memory, whatever it claims of itself.</summary>
internal sealed class DirectoryBound(Stream archive, long most) : Stream
{
    private long _read;
    private bool _lifted;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => archive.Length;

    public override long Position
    {
        get => archive.Position;
        set => archive.Position = value;
    }

    /// <summary>The directory has been read; what follows are the files.</summary>
    public void Lift() => _lifted = true;

    /// <exception cref="InvalidDataException">The directory is too large.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = archive.Read(buffer);
        _read += count;
        return _lifted || _read <= most ? count : throw new InvalidDataException($"its directory has more than {most} bytes.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => archive.Seek(offset, origin);

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            archive.Dispose();
        }

        base.Dispose(disposing);
    }
}
