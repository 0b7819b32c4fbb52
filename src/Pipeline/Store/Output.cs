namespace Research.Pipeline.Store;

/// <summary>A file that a target made.</summary>
/// <param name="Path">Within the target's folder.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Digest">SHA-256, 64 hexadecimal digits; the object's name in the store.</param>
public sealed record Output(string Path, long Size, string Digest);
