using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Research.Evaluation.Recognition;
using Research.Tests;

namespace Research.Evaluation.Tests.Recognition;

/// <summary>Packages that are made to exhaust the memory or the patience of who reads them.</summary>
public class HostilePackageTests
{
    private const long MostBytes = 24 << 20; // a buffer that doubles up to what sixteen times the file may hold
    private static readonly IReadOnlyList<ModelKind> Kinds = ModelKind.In(Assembly.GetExecutingAssembly());
    private static readonly byte[] Good = ModelFiles.Write(
        new LoudnessRecognizer(Cards.Card, new LoudnessSettings(2.5), 0.01),
        new Dictionary<string, string> { ["licence.txt"] = "MIT\n" }
    );

    [Theory]
    [InlineData("weights.bin")]
    [InlineData("model.json")]
    [InlineData("SHA256SUMS")]
    public void An_entry_that_inflates_to_much_more_than_the_file_is_refused(string name) =>
        Assert.Contains("inflates to more than", Refusal(With(name, new byte[32 << 20])), StringComparison.Ordinal);

    [Fact]
    public void Texts_that_inflate_to_much_are_refused()
    {
        byte[] file = With("licence.txt", new byte[2 << 20]);
        string said = Assert.Throws<ModelFileException>(() => ModelFiles.Texts(file, "m")).Message;
        Assert.Contains("licence.txt inflates to more than the 1048576 bytes", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_that_inflate_to_much_together_are_refused()
    {
        byte[] text = new byte[1 << 20];
        byte[] file = Zip([("licence.txt", text), ("citation.txt", text), ("SHA256SUMS", [])]);
        string said = Assert.Throws<ModelFileException>(() => ModelFiles.Texts(Summed(file), "m")).Message;
        Assert.Contains("in all", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_states_another_size_is_not_trusted()
    {
        byte[] file = With("model.json", new byte[32 << 20]);
        int place = file.AsSpan().LastIndexOf("model.json"u8) - 46; // of the central directory's entry
        BitConverter.GetBytes(100u).CopyTo(file, place + 24);
        Refusal(file);
    }

    [Fact]
    public void More_entries_than_a_model_has_are_refused() =>
        Assert.Contains(
            "65 entries; a package has at most 64",
            Refusal(Zip([.. Enumerable.Range(0, 65).Select(i => ($"{i}", Array.Empty<byte>()))])),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("[1500000000]")]
    [InlineData("[1000001]")]
    [InlineData("[8000, 2147483647]")]
    [InlineData("[0]")]
    [InlineData("[-8000]")]
    [InlineData("[]")]
    public void A_card_with_a_rate_that_cannot_be_is_refused_before_the_first_question(string rates) =>
        Assert.Contains(
            "1 to 1000000 Hz can be",
            Refusal(Described(card => card["seen"]!["sampleRatesHz"] = JsonNode.Parse(rates))),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("title")]
    [InlineData("labels")]
    [InlineData("seen")]
    [InlineData("score")]
    [InlineData("note")]
    public void A_card_with_nothing_where_something_is_needed_is_refused(string name) =>
        Refusal(Described(card => card[name] = null));

    [Fact]
    public void A_file_larger_than_a_package_is_refused_unread()
    {
        string path = Path.GetTempFileName();
        try
        {
            using (FileStream file = File.OpenWrite(path))
            {
                file.SetLength(ModelPackage.MostBytes + 1L);
            }

            string said = Assert.Throws<ModelFileException>(() => ModelFiles.Bytes(path)).Message;
            Assert.Contains("a model package has at most", said, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Mutated_packages_are_read_or_refused() => MutatedBytes.Of(Good).HoldsFor(400, Check);

    [Fact]
    public void Packages_with_mutated_descriptions_and_right_sums_are_read_or_refused() =>
        MutatedBytes.Of(Entry("model.json")).HoldsFor(400, json => Check(With("model.json", json)));

    [Fact]
    public void Packages_with_mutated_weights_and_right_sums_are_read_or_refused() =>
        MutatedBytes.Of(Entry("weights.bin")).HoldsFor(200, weights => Check(With("weights.bin", weights)));

    [Fact]
    public void Mutated_cards_are_read_or_refused() =>
        MutatedBytes
            .Of(ModelCards.Write([("a", Cards.Card)]))
            .HoldsFor(
                400,
                bytes => HostileInput.IsReadOrRefused(() => ModelCards.Read(bytes), 1 << 20, error => error is JsonException)
            );

    private static void Check(byte[] file) =>
        HostileInput.IsReadOrRefused(
            () => ModelFiles.Read(file, "m", Kinds),
            MostBytes,
            error => error is ModelFileException && error.Message.StartsWith("m: ", StringComparison.Ordinal)
        );

    // Read within the bounds, and refused in a sentence.
    private static string Refusal(byte[] file)
    {
        Check(file);
        string said = Assert.Throws<ModelFileException>(() => ModelFiles.Read(file, "m", Kinds)).Message;
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        return said;
    }

    private static byte[] Described(Action<JsonNode> change)
    {
        JsonNode json = JsonNode.Parse(Entry("model.json"))!;
        change(json["card"]!);
        return With("model.json", Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private static byte[] Entry(string name)
    {
        using var package = new ModelPackage(Good);
        return package.Find(name)!;
    }

    // The good package with one entry replaced, and sums that fit unless they are the entry.
    private static byte[] With(string name, byte[] content)
    {
        (string, byte[])[] entries =
        [
            .. new[] { "model.json", "weights.bin" }.Select(own => (own, own == name ? content : Entry(own))),
            .. name is "licence.txt" ? new[] { (name, content) } : [],
        ];
        return name == "SHA256SUMS" ? Zip([.. entries, (name, content)]) : Summed(Zip(entries));
    }

    private static byte[] Summed(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        (string Name, byte[] Content)[] entries =
        [
            .. zip.Entries.Where(entry => entry.Name != "SHA256SUMS").Select(entry => (entry.Name, Inflated(entry))),
        ];
        string sums = string.Concat(
            entries.Select(entry =>
                $"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(entry.Content))}  {entry.Name}\n"
            )
        );
        return Zip([.. entries, ("SHA256SUMS", Encoding.UTF8.GetBytes(sums))]);
    }

    private static byte[] Inflated(ZipArchiveEntry entry)
    {
        using Stream source = entry.Open();
        using var bytes = new MemoryStream();
        source.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Zip((string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream target = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                target.Write(content);
            }
        }

        return file.ToArray();
    }
}
