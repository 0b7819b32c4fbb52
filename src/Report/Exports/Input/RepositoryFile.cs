using System.Security.Cryptography;

namespace Research.Report.Exports.Input;

/// <summary>A file of the checkout that an export names.</summary>
/// <param name="Path">Below the checkout, with '/'.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record RepositoryFile(string Path, byte[] Bytes)
{
    /// <summary>64 hexadecimal digits.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Media type, as IANA has it.</summary>
    public string MediaType =>
        System.IO.Path.GetExtension(Path) switch
        {
            ".csv" => "text/csv",
            ".json" or ".lock" => "application/json",
            ".md" => "text/markdown",
            ".cff" => "application/yaml",
            _ => "text/plain",
        };

    /// <summary>The file; null where the checkout does not have it.</summary>
    public static RepositoryFile? Find(string root, string path)
    {
        string file = System.IO.Path.Combine(root, path);
        return File.Exists(file) ? new(path, File.ReadAllBytes(file)) : null;
    }
}
