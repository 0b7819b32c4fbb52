using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Research.Evaluation.Recognition;

/// <summary>The zip of a model package: entries stored and dated alike everywhere, with their SHA-256 beside them. What it reads may come from anybody: sizes are bounded, nothing is unpacked to disk.</summary>
internal sealed class ModelPackage : IDisposable
{
    /// <summary>Lines as sha256sum writes and checks them.</summary>
    private const string Sums = "SHA256SUMS";

    private const string Binary = ".bin";

    private const int MostTextBytes = 1 << 20; // sums, description, licence
    private const int MostEntries = 64;
    private const int MostRatio = 16; // weights hardly shrink; what shrinks more is made to exhaust the memory
    private static readonly DateTimeOffset Dated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, byte[]?> _read = [];
    private readonly Lazy<HashSet<string>> _said;
    private readonly long _most;
    private long _inflated;

    /// <exception cref="InvalidDataException">The bytes are no zip, or one with more or larger entries than a model has.</exception>
    public ModelPackage(byte[] file)
    {
        CheckEntries(file);
        _most = Math.Min(MostBytes, MostTextBytes + ((long)MostRatio * file.Length));
        _zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        _said = new(() => [.. Encoding.UTF8.GetString(Find(Sums) ?? []).Split('\n')]);
    }

    /// <summary>Bytes of a package, and of all that is read from it.</summary>
    public static int MostBytes => 256 << 20;

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

    /// <summary>An entry's bytes as they are, inflated once; null where there is none of that name.</summary>
    /// <exception cref="InvalidDataException">The entry is damaged, or larger than it may be.</exception>
    public byte[]? Find(string name)
    {
        if (!_read.TryGetValue(name, out byte[]? content))
        {
            content = _zip.GetEntry(name) is { } entry ? Inflate(entry, name) : null;
            _read.Add(name, content);
        }

        return content;
    }

    /// <summary>An entry's bytes, whose SHA-256 is the one that the package says; null where there is none of that name.</summary>
    /// <exception cref="InvalidDataException">The entry is damaged, or its sum is another or is missing.</exception>
    public byte[]? Checked(string name)
    {
        byte[]? content = Find(name);
        if (content is not null && !_said.Value.Contains($"{Sum(content)}  {name}"))
        {
            throw new InvalidDataException($"{name} does not have the SHA-256 that {Sums} says.");
        }

        return content;
    }

    public void Dispose() => _zip.Dispose();

    // What comes is counted: the size that a header states may be any.
    private byte[] Inflate(ZipArchiveEntry entry, string name)
    {
        long most = Path.GetExtension(name) == Binary ? _most : MostTextBytes;
        using Stream source = entry.Open();
        using var bytes = new MemoryStream();
        byte[] part = new byte[1 << 16];
        for (int read; (read = source.Read(part)) > 0; bytes.Write(part, 0, read))
        {
            _inflated += read;
            if (bytes.Length + read > most)
            {
                throw new InvalidDataException($"{name} inflates to more than the {most} bytes that it may have.");
            }

            if (_inflated > _most)
            {
                throw new InvalidDataException($"its entries inflate to more than {_most} bytes in all.");
            }
        }

        return bytes.ToArray();
    }

    // Counted before the archive makes objects of them.
    private static void CheckEntries(ReadOnlySpan<byte> file)
    {
        if (file.Length > MostBytes)
        {
            throw new InvalidDataException($"it has {file.Length} bytes; a package has at most {MostBytes}.");
        }

        int entries = file.Count(DirectoryEntry);
        if (entries > MostEntries)
        {
            throw new InvalidDataException($"it has {entries} entries; a package has at most {MostEntries}.");
        }
    }

    private static ReadOnlySpan<byte> DirectoryEntry => "PK\u0001\u0002"u8;

    private static string Sum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
