using System.Buffers.Binary;
using CsCheck;
using Research.Data.Download;
using Research.Tests;

namespace Research.Data.Tests.Download;

/// <summary>Archives that were damaged or made to harm: each is unpacked below its folder within its bounds, or refused with a sentence.</summary>
public sealed class SafeUnpackerFuzzTests : IDisposable
{
    private const int Files = 3;
    private const int Bytes = 64;
    private const long Memory = 4 << 20; // buffers of the archive's reader, whatever the archive

    private static readonly byte[] Original = Archives.Zip(
        ("recordings/a.wav", "first"),
        ("recordings/b.wav", "second one"),
        ("other/c.txt", "unwanted")
    );

    private static readonly Gen<string> Name = Gen.OneOf(
            Gen.OneOf(
                "..",
                ".",
                "",
                "a",
                "A",
                "ä",
                "a\u0308",
                "NUL",
                "con.wav",
                "com1 .wav",
                "a.",
                "a ",
                "C:",
                "\\",
                "~",
                "\u202e"
            ),
            Gen.String[Gen.Char["aA.\\/: \0\u001b<*"], 0, 4]
        )
        .Array[1, 4]
        .Select(parts => string.Join('/', parts));

    private static readonly UnpackSettings Settings = new()
    {
        Folder = "",
        Wanted = path => path.StartsWith("recordings/", StringComparison.Ordinal),
        Files = Files,
        Bytes = Bytes,
    };

    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.File("outer/target");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_mutated_archive_is_unpacked_or_refused() => MutatedBytes.Of(Original).HoldsFor(1000, UnpackOrRefuse);

    [Fact]
    public void An_archive_with_any_names_is_unpacked_or_refused() =>
        Gen.Select(Name.Array[1, 4], Gen.OneOf(0, 0x81A4 << 16, 0xA1FF << 16, 0x61A4 << 16))
            .HoldsFor(
                1000,
                drawn => UnpackOrRefuse(Archives.Zip(drawn.Item2, drawn.Item1.Select(name => ($"recordings/{name}", "x"))))
            );

    [Fact]
    public void Any_bytes_behind_a_signature_are_refused() =>
        Gen.Byte.Array[0, 300].HoldsFor(500, bytes => UnpackOrRefuse([.. "PK\u0003\u0004"u8, .. bytes]));

    // The size stands in both headers, and neither is believed.
    [Theory]
    [InlineData(0u)]
    [InlineData(5u)]
    [InlineData(0x7FFFFFFFu)]
    public void A_bomb_stops_at_the_bound_whatever_it_claims(uint claimed)
    {
        byte[] bomb = Archives.Zip(("recordings/a.wav", new string('x', 50_000_000)));
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(22), claimed);
        int directory = bomb.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(directory + 24), claimed);
        UnpackOrRefuse(bomb);
    }

    [Fact]
    public void A_directory_of_many_megabytes_is_refused_before_it_fills_memory()
    {
        byte[] archive = Archives.Zip(Enumerable.Range(0, 150_000).Select(i => ($"recordings/{i:D200}.wav", "")));
        DownloadException? error = null;
        Bounded.Run(200 << 20, () => error = Refusal(archive));
        Assert.Contains("its directory has more than 16777216 bytes", error!.Message, StringComparison.Ordinal);
    }

    private void UnpackOrRefuse(byte[] archive)
    {
        DownloadException? error = null;
        Bounded.Run(Memory + (64L * archive.Length), () => error = Refusal(archive));
        Assert.StartsWith("name: ", error?.Message ?? "name: ", StringComparison.Ordinal);
        Assert.DoesNotContain(error?.Message ?? "", char.IsControl);
        string[] all = Directory.GetFileSystemEntries(_folder.File("outer"), "*", SearchOption.AllDirectories);
        Assert.All(all, path => Assert.StartsWith(Target, path, StringComparison.Ordinal));
        FileInfo[] files = [.. all.Where(File.Exists).Select(path => new FileInfo(path))];
        Assert.InRange(files.Length, 0, Files);
        Assert.InRange(files.Sum(file => file.Length), 0, Bytes);
        Assert.All(files, file => Assert.Null(file.LinkTarget));
        Assert.Equal(
            files.Length,
            files.Select(file => file.FullName.Normalize()).Distinct(StringComparer.OrdinalIgnoreCase).Count()
        );
    }

    // Null where it is unpacked.
    private DownloadException? Refusal(byte[] archive)
    {
        if (Directory.Exists(_folder.File("outer")))
        {
            Directory.Delete(_folder.File("outer"), recursive: true);
        }

        Directory.CreateDirectory(Target);
        File.WriteAllBytes(_folder.File("archive.zip"), archive);
        try
        {
            SafeUnpacker.Unpack(_folder.File("archive.zip"), "name", Settings, Target);
            return null;
        }
        catch (DownloadException error)
        {
            return error;
        }
    }
}
