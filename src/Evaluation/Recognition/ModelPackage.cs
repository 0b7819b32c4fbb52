using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Research.Evaluation.Recognition;

/// <summary>The zip of a model package: entries stored and dated alike everywhere, with their SHA-256 beside them. What it reads may come from anybody: sizes are bounded, nothing is unpacked to disk.</summary>
internal sealed class ModelPackage : IDisposable
{
    /// <summary>Lines as sha256sum writes and checks them.</summary>
    private const string Sums = "SHA256SUMS";

    private const int MostBytes = 256 << 20;
    private static readonly DateTimeOffset Dated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;

    /// <exception cref="InvalidDataException">The bytes are no zip.</exception>
    public ModelPackage(byte[] file) => _zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);

    /// <summary>The package of some entries, in their order.</summary>
    public static byte[] Write(IReadOnlyList<(string Name, byte[] Content)> entries)
    {
        string sums = string.Concat(entries.Select(entry => $"{Sum(entry.Content)}  {entry.Name}\n"));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries.Append((Sums, Encoding.UTF8.GetBytes(sums))))
            {
                ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Dated;
                using Stream target = entry.Open();
                target.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>An entry's bytes as they are; null where there is none of that name.</summary>
    /// <exception cref="InvalidDataException">The entry is damaged, or larger than a model is.</exception>
    public byte[]? Find(string name)
    {
        if (_zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using Stream source = entry.Open();
        using var bytes = new MemoryStream();
        byte[] part = new byte[1 << 16];
        for (int read; (read = source.Read(part)) > 0; bytes.Write(part, 0, read))
        {
            if (bytes.Length + read > MostBytes)
            {
                throw new InvalidDataException($"{name} has more than {MostBytes >> 20} MiB.");
            }
        }

        return bytes.ToArray();
    }

    /// <summary>An entry's bytes, whose SHA-256 is the one that the package says; null where there is none of that name.</summary>
    /// <exception cref="InvalidDataException">The entry is damaged, or its sum is another or is missing.</exception>
    public byte[]? Checked(string name)
    {
        byte[]? content = Find(name);
        if (content is not null && !Said().Contains($"{Sum(content)}  {name}"))
        {
            throw new InvalidDataException($"{name} does not have the SHA-256 that {Sums} says.");
        }

        return content;
    }

    public void Dispose() => _zip.Dispose();

    private string[] Said() => Encoding.UTF8.GetString(Find(Sums) ?? []).Split('\n');

    private static string Sum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
