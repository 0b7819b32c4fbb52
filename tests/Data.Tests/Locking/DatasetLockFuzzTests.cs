using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Research.Data.Download;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Locking;

/// <summary>Random and damaged locks: each is read back as it was, or refused with a sentence.</summary>
public sealed class DatasetLockFuzzTests : IDisposable
{
    private static readonly Gen<string> Text = Gen.String[
        Gen.OneOf(Gen.Char["aZ09-_/{}*,\"\\ <>&'é"], Gen.Char['\u0020', '\u2FFF']),
        0,
        12
    ];

    private static readonly Gen<string> Name = Gen.String[Gen.Char["aZ09-_"], 1, 12];

    private static readonly Gen<DatasetSource> Source = Gen.Select(
        Gen.Bool,
        Text,
        Name,
        Name.Null(),
        (mirror, text, name, keep) =>
            new DatasetSource
            {
                Mirror = mirror ? $"{name}/{name}.zip" : null,
                Url = mirror ? null : text,
                Folder = text,
                Keep = keep,
            }
    );

    private static readonly Gen<DatasetEntry> Entry = Gen.Select(
        Text.Array[5],
        Name.Array[1, 4],
        Gen.Int[0, 1_000_000],
        Gen.Long[0, 1L << 40],
        Source.Array[0, 3],
        (texts, names, count, bytes, sources) =>
            new DatasetEntry
            {
                Id = names[0],
                Title = texts[0],
                Version = texts[1],
                Licence = texts[2],
                Citation = texts[3],
                HomePage = texts[4],
                Files = names[1..],
                Count = count,
                Bytes = bytes,
                Digest = LockSamples.Digest,
                Sources = sources,
            }
    );

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{\"datasets\":", 50_000)]
    [InlineData("{\"datasets\":[],", 50_000)]
    [InlineData("\"", 300_000)]
    [InlineData("\\u0000", 100_000)]
    public void A_long_text_of_one_kind_is_refused(string piece, int count) =>
        ReadOrRefuse(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, count))));

    private const int BytesAtLeast = 1 << 20; // the first call loads messages and tables of its own

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_lock_is_read_back_as_it_was_saved() =>
        Entry
            .Array[0, 3]
            .Select(entries => entries.DistinctBy(entry => entry.Id, StringComparer.OrdinalIgnoreCase).ToArray())
            .HoldsFor(
                200,
                entries =>
                {
                    new DatasetLock { Datasets = entries }.Save(_folder.File("lock"));
                    string saved = File.ReadAllText(_folder.File("lock"));
                    DatasetLock back = DatasetLock.Load(_folder.File("lock"));
                    back.Save(_folder.File("again"));
                    Assert.Equal(saved, File.ReadAllText(_folder.File("again")));
                    Assert.Equal(entries.Select(Flat), back.Datasets.Select(Flat));
                }
            );

    [Fact]
    public void A_mutated_lock_is_read_or_refused() =>
        MutatedBytes.Of(Encoding.UTF8.GetBytes(Small().ToJsonString())).HoldsFor(500, ReadOrRefuse);

    [Fact]
    public void A_lock_with_a_null_or_another_kind_of_value_is_refused_or_whole()
    {
        int places = Places(Small()).Count();
        JsonNode?[] others = [null, 1, "", new JsonArray(), new JsonArray((JsonNode?)null), new JsonObject()];
        Gen.Select(Gen.Int[0, places - 1], Gen.Int[0, others.Length - 1])
            .HoldsFor(
                400,
                choice =>
                {
                    JsonNode damaged = Small();
                    Places(damaged).ElementAt(choice.Item1)(others[choice.Item2]?.DeepClone());
                    ReadOrRefuse(Encoding.UTF8.GetBytes(damaged.ToJsonString()));
                }
            );
    }

    // A lock that was read has nothing missing.
    private void ReadOrRefuse(byte[] bytes)
    {
        File.WriteAllBytes(_folder.File("lock"), bytes);
        try
        {
            Bounded.Run(BytesAtLeast + (16L * bytes.Length), () => Refusal(_folder.File("lock")));
            DatasetLock pins = DatasetLock.Load(_folder.File("lock"));
            Assert.All(pins.Datasets, entry => Assert.StartsWith(_folder.Path, FolderOf(entry), StringComparison.Ordinal));
            Assert.All(pins.Datasets.SelectMany(Flat), text => Assert.NotNull(text));
            Assert.All(pins.Generated, entry => Assert.NotNull(entry?.Digest));
            Assert.Throws<UsageException>(() => pins.Find("no such dataset"));
        }
        catch (ResearchException error) when (error is not UsageException)
        {
            Assert.Contains("cannot be read as a dataset lock", error.Message, StringComparison.Ordinal);
        }
    }

    // Null where it is read.
    private static ResearchException? Refusal(string path)
    {
        try
        {
            DatasetLock.Load(path);
            return null;
        }
        catch (ResearchException error)
        {
            return error;
        }
    }

    private string FolderOf(DatasetEntry entry)
    {
        var hashes = new FileHashes(null, paranoid: true);
        var downloader = new Downloader(new Lazy<HttpClient>(), DownloadSettings.Standard);
        return Path.GetFullPath(new DatasetStore(_folder.Path, null, downloader, hashes).FolderOf(entry));
    }

    private static string?[] Flat(DatasetEntry entry) =>
        [
            entry.Id,
            entry.Title,
            entry.Version,
            entry.Licence,
            entry.Citation,
            entry.HomePage,
            entry.Digest,
            $"{entry.Count} {entry.Bytes} {entry.Files.Count} {entry.Sources.Count}",
            .. entry.Files,
            .. entry.Sources.SelectMany(source => new[] { source.Folder, $"{source.Mirror} {source.Url} {source.Keep}" }),
        ];

    private static JsonNode Small() =>
        JsonNode.Parse(
            """
            {
              "datasets": [
                {
                  "id": "a", "title": "A", "version": "1", "licence": "MIT", "citation": "c", "homePage": "h", "files": ["*.wav"],
                  "count": 1, "bytes": 2, "digest": "sha256:0000000000000000000000000000000000000000000000000000000000000000", "sources": [{ "mirror": "a/a.zip", "folder": "" }]
                }
              ],
              "generated": [
                { "id": "g", "title": "G", "version": "1", "licence": "MIT", "citation": "c", "count": 1, "digest": "sha256:0" }
              ]
            }
            """
        )!;

    // What sets each value of a tree, objects and lists included.
    private static IEnumerable<Action<JsonNode?>> Places(JsonNode node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (KeyValuePair<string, JsonNode?> item in map.ToArray())
                {
                    yield return value => map[item.Key] = value;
                    foreach (Action<JsonNode?> inner in item.Value is null ? [] : Places(item.Value))
                    {
                        yield return inner;
                    }
                }

                break;
            case JsonArray list:
                for (int i = 0; i < list.Count; i++)
                {
                    int at = i;
                    yield return value => list[at] = value;
                    foreach (Action<JsonNode?> inner in list[i] is { } item ? Places(item) : [])
                    {
                        yield return inner;
                    }
                }

                break;
        }
    }
}
