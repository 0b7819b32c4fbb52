using System.IO.Compression;
using System.Text;
using Research.Data.Locking;
using Research.Data.Store;

namespace Research.Data.Tests;

/// <summary>Small archives, and the lock entry that pins their files.</summary>
internal static class Archives
{
    private static readonly (string Name, string Text)[] Files =
    [
        ("recordings/a.wav", "first"),
        ("recordings/b.wav", "second one"),
    ];

    public static byte[] Good(string folder = "") => Zip([.. Files.Select(file => (folder + file.Name, file.Text))]);

    public static byte[] Zip(params IEnumerable<(string Name, string Text)> files) => Zip(0, files);

    public static byte[] Zip(int externalAttributes, IEnumerable<(string Name, string Text)> files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name);
                entry.ExternalAttributes = externalAttributes;
                using Stream stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }

    public static DatasetEntry Entry(params IReadOnlyList<DatasetSource> sources)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("recordings"));
        foreach ((string name, string text) in Files)
        {
            File.WriteAllText(folder.File(name), text);
        }

        var entry = new DatasetEntry
        {
            Id = "small",
            Title = "A small set",
            Version = "1",
            Licence = "none",
            Citation = "none",
            HomePage = "home.example",
            Files = ["recordings/*.wav"],
            Count = 2,
            Bytes = 15,
            Digest = "",
            Sources = sources,
        };
        return entry with { Digest = entry.DigestOf(folder.Path, new FileHashes(null, false)).Value };
    }

    public static DatasetSource Url(Uri address, string folder = "") => new() { Url = address.ToString(), Folder = folder };
}
