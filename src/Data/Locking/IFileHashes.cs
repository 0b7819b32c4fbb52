namespace Research.Data.Locking;

/// <summary>Hashes files.</summary>
public interface IFileHashes
{
    /// <summary>SHA-256 of a file's content, 64 hexadecimal digits.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    string Of(string path);
}
