using Research.Pipeline.Runs;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;

namespace Research.Pipeline.Tests.Store.Remote;

/// <summary>Two machines and a server between them: what one has made and signed, the other uses; whatever else the server says does nothing.</summary>
public sealed class RemoteStoreTests : IDisposable
{
    private static readonly Counting Experiment = Counting.Standard;

    private readonly CacheServer _server = new();
    private readonly SigningKey _key = SigningKey.New();
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public RemoteStoreTests() => _key.Write(KeyFile);

    private string KeyFile => Path.Combine(_folder, "key.pem");

    private TrustedKeys Trusted => new([new TrustedKey("CI", _key.Public)]);

    public void Dispose()
    {
        _server.Dispose();
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_one_machine_signed_another_restores_without_computing()
    {
        Give();
        using TemporaryProject other = Machine(key: null);
        IReadOnlyList<StepResult> results = other.Run(Experiment);
        Assert.DoesNotContain(results, result => result.End == StepEnd.Made);
        Assert.Contains(results, result => result.Step.Target.Name == "Tests.Counting" && result.End == StepEnd.Restored);
        Assert.Equal("what,n\nclips,3\nrows,6\n", File.ReadAllText(TablesOf(other)));
        Assert.Empty(other.Warnings);
    }

    [Fact]
    public void Only_what_is_wanted_comes_not_what_it_was_made_of()
    {
        Give();
        _server.Requests.Clear();
        using TemporaryProject other = Machine(key: null);
        using (Project project = other.Open(Experiment))
        {
            project.Plan("Tests.Counting");
        }

        Assert.Single(_server.Requests, request => request.StartsWith("GET ac/", StringComparison.Ordinal)); // its tables, not their features
    }

    [Fact]
    public void Without_a_key_nothing_is_given()
    {
        using TemporaryProject machine = Machine(key: null);
        machine.Run(Experiment);
        Assert.Empty(_server.Files);
    }

    [Fact]
    public void What_another_key_signed_is_not_used_and_that_is_said_once()
    {
        Give();
        using var stranger = SigningKey.New();
        using TemporaryProject other = Machine(key: null, new TrustedKeys([new TrustedKey("CI", stranger.Public)]));
        AssertComputes(other, "no key in trusted-keys.json signed");
    }

    [Fact]
    public void Without_trusted_keys_the_server_is_not_even_asked()
    {
        Give();
        _server.Requests.Clear();
        using TemporaryProject other = Machine(key: null, new TrustedKeys([]));
        AssertComputes(other, "no key is in trusted-keys.json");
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void An_entry_under_another_ones_name_is_not_used()
    {
        Give();
        string[] names = [.. Entries.Order(StringComparer.Ordinal)];
        byte[] first = _server.Files[names[0]];
        foreach (string name in names[1..])
        {
            _server.Files[name] = first; // rightly signed, but of something else
        }

        _server.Files.TryRemove(names[0], out _);
        using TemporaryProject other = Machine(key: null);
        AssertComputes(other, "no record of the result they are named for");
    }

    [Fact]
    public void A_changed_byte_anywhere_in_an_entry_is_noticed()
    {
        Give();
        foreach (string name in Entries)
        {
            byte[] bytes = [.. _server.Files[name]];
            bytes[^10] ^= 1;
            _server.Files[name] = bytes;
        }

        using TemporaryProject other = Machine(key: null);
        AssertComputes(other, "they are not used");
    }

    [Theory]
    [InlineData("other bytes of the same length")]
    [InlineData("short")]
    [InlineData("gone")]
    [InlineData("endless")]
    public void A_content_that_is_not_what_its_name_says_is_not_used(string fault)
    {
        Give();
        foreach (string name in _server.Files.Keys.Where(name => name.StartsWith("cas/", StringComparison.Ordinal)))
        {
            byte[] bytes = _server.Files[name];
            switch (fault)
            {
                case "gone":
                    _server.Files.TryRemove(name, out _);
                    break;
                case "endless":
                    _server.Files[name] = [.. bytes, .. new byte[1 << 20]];
                    break;
                default:
                    _server.Files[name] = fault == "short" ? bytes[..^1] : [.. bytes.Select(own => (byte)(own ^ 1))];
                    break;
            }
        }

        using TemporaryProject other = Machine(key: null);
        AssertComputes(other, "missing or damaged");
        Assert.Empty(Directory.GetFiles(Path.Combine(other.Cache, "results", "staging"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_server_that_says_nothing_costs_one_timeout_and_is_told_once()
    {
        using var hung = new ManualResetEventSlim();
        _server.Instead = _ => hung.Wait(TimeSpan.FromSeconds(60));
        using TemporaryProject machine = Machine(key: KeyFile, timeout: 0.5);
        long begin = Environment.TickCount64;
        AssertComputes(machine, "did not answer within 0.5 s", mostWarnings: 2); // once when asked, once when given to
        Assert.InRange(Environment.TickCount64 - begin, 400, 20_000);
        Assert.InRange(_server.Requests.Count, 1, 2 * RemoteStore.Parallel);
        hung.Set();
    }

    [Fact]
    public void A_server_that_is_not_there_is_told_once()
    {
        _server.Dispose();
        using TemporaryProject machine = Machine(key: null);
        AssertComputes(machine, "The run goes on without it");
    }

    [Fact]
    public void A_server_that_takes_nothing_from_us_stops_no_run()
    {
        _server.Instead = exchange =>
        {
            exchange.Respond(exchange.Method == "PUT" ? "403 Forbidden" : "404 Not Found");
            return true;
        };
        using TemporaryProject machine = Machine(KeyFile);
        AssertComputes(machine, "answered 403. Results of this run are not given to it");
    }

    [Fact]
    public void A_transfer_that_breaks_goes_on_where_it_was()
    {
        Give();
        var broken = new HashSet<string>();
        var ranges = new List<string>();
        _server.Instead = exchange =>
        {
            lock (broken)
            {
                if (exchange.Header("Range") is { } range)
                {
                    ranges.Add(range);
                }

                if (
                    !exchange.Path.StartsWith("cas/", StringComparison.Ordinal)
                    || _server.Files[exchange.Path].Length < 20
                    || !broken.Add(exchange.Path)
                )
                {
                    return false;
                }
            }

            byte[] bytes = _server.Files[exchange.Path];
            exchange.Respond("200 OK", "", bytes[..10], promised: bytes.Length); // and the connection ends
            return true;
        };
        using TemporaryProject other = Machine(key: null);
        Assert.DoesNotContain(other.Run(Experiment), result => result.End == StepEnd.Made);
        Assert.Contains("bytes=10-", ranges);
    }

    [Fact]
    public void Other_bits_of_the_same_fingerprint_stay_there_and_are_told()
    {
        Give();
        byte[][] before = [.. Entries.Order(StringComparer.Ordinal).Select(name => _server.Files[name])];
        using var connection = new RemoteConnection(Settings(KeyFile, Trusted, 5), line => Told.Add(line));
        SignedText text = SignedText.Parse(before[0], RemoteStore.Kind)!;
        Manifest theirs = Manifest.Parse(text.Body)!;
        Output[] outputs = [.. theirs.Outputs.Select(output => output with { Digest = new string('a', 64) })];
        string file = Path.Combine(_folder, "other");
        File.WriteAllText(file, "other bits");
        connection.Give(theirs with { Outputs = outputs }, _ => StoredFile.Plain(file));
        connection.Dispose();
        Assert.Contains("has other bits of", Assert.Single(Told), StringComparison.Ordinal);
        Assert.Equal(before, Entries.Order(StringComparer.Ordinal).Select(name => _server.Files[name]));
    }

    [Fact]
    public void A_token_goes_along_and_never_over_plain_http_to_another_machine()
    {
        using TemporaryProject machine = Machine(key: null, token: "secret");
        machine.Run(Experiment);
        Assert.All(_server.Authorizations, header => Assert.Equal("Bearer secret", header));
        RemoteSettings far = Settings(null, Trusted, 5) with { Place = "http://example.invalid/store", Token = "secret" };
        var error = Assert.Throws<Numerics.ResearchException>(() => far.Open());
        Assert.Contains("use https", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_the_address_is_shown_to_nobody()
    {
        RemoteSettings settings = Settings(null, Trusted, 5) with { Place = "https://me:secret@example.invalid/store" };
        Assert.Equal("https://example.invalid/store", settings.Open().Name);
    }

    private List<string> Told { get; } = [];

    private IEnumerable<string> Entries => _server.Files.Keys.Where(name => name.StartsWith("ac/", StringComparison.Ordinal));

    private void Give()
    {
        using TemporaryProject machine = Machine(KeyFile);
        machine.Run(Experiment);
        Assert.NotEmpty(Entries);
        Assert.Empty(machine.Warnings);
    }

    private void AssertComputes(TemporaryProject machine, string told, int mostWarnings = 1)
    {
        Assert.All(
            machine.Run(Experiment).Where(result => result.Step.Target.Folder is not null),
            result => Assert.Equal(StepEnd.Made, result.End)
        );
        Assert.InRange(machine.Warnings.Count, 1, mostWarnings);
        Assert.Contains(machine.Warnings, line => line.Contains(told, StringComparison.Ordinal));
        Assert.True(File.Exists(TablesOf(machine)));
    }

    private static string TablesOf(TemporaryProject machine) =>
        Path.Combine(machine.Artifacts, "quick", "Tests", "Counting", "counts.csv");

    private TemporaryProject Machine(string? key, TrustedKeys? trusted = null, double timeout = 5, string? token = null) =>
        new() { Remote = Settings(key, trusted ?? Trusted, timeout) with { Token = token } };

    private RemoteSettings Settings(string? key, TrustedKeys trusted, double timeout) =>
        new()
        {
            Place = _server.Address,
            Token = null,
            Timeout = TimeSpan.FromSeconds(timeout),
            Key = key,
            Trusted = trusted,
        };
}
