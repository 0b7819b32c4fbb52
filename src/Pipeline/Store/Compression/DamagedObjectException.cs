namespace Research.Pipeline.Store.Compression;

/// <summary>A stored file does not hold what was written: cut short, edited, or larger inside than it should be.</summary>
public sealed class DamagedObjectException : IOException
{
    public DamagedObjectException() { }

    public DamagedObjectException(string message)
        : base(message) { }

    public DamagedObjectException(string message, Exception cause)
        : base(message, cause) { }
}
