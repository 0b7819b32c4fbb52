using Research.Data.Store;
using Research.Pipeline;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;

namespace Research.Cli.Tests.Projects;

/// <summary>Results from machine to machine, as people give and take them: by a remote store, by an archive, with receipts.</summary>
public sealed class SharedResultsTests : IClassFixture<PreparedCache>, IDisposable
{
    private const string Target = PreparedCache.Target;

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public SharedResultsTests(PreparedCache prepared)
    {
        foreach (string machine in new[] { "one", "other" })
        {
            PreparedCache.NewCheckout(RootOf(machine));
            prepared.CopyTo(CacheOf(machine), withResults: machine == "one");
        }
    }

    private string KeyFile => Path.Combine(_folder, "key.pem");

    private string Archive => Path.Combine(_folder, "results.zip");

    public void Dispose() => PreparedCache.Delete(_folder);

    [Fact]
    public void What_one_machine_made_another_takes_confirms_and_verifies()
    {
        (int code, string output, _) = Tool.Run("cache", "keygen", KeyFile);
        Assert.Equal(0, code);
        string key = output.Split('\n')[1];
        TrustedKeys.Add(RootOf("one"), new TrustedKey("CI", key));
        TrustedKeys.Add(RootOf("other"), new TrustedKey("CI", key));

        Assert.Contains("restored", Run("one", "run", Target).Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("one", "cache", "push").Code);
        (code, output, string errors) = Run("other", "run", Target);
        Assert.Equal(0, code);
        Assert.DoesNotContain(": made", output + errors, StringComparison.Ordinal);
        Assert.Contains("restored", output + errors, StringComparison.Ordinal);

        Assert.Contains("no receipt", Run("one", "verify", Target).Output, StringComparison.Ordinal);
        (code, output, errors) = Run("other", "challenge", "9", "--countersign");
        Assert.True(code == 0, output + errors);
        Assert.Contains("its receipt is published", output, StringComparison.Ordinal);
        Assert.Contains("published before", Run("other", "challenge", "9", "--countersign").Output, StringComparison.Ordinal);
        (code, output, _) = Run("one", "verify", Target);
        Assert.Equal(0, code);
        Assert.Contains("the same bits on CI:", output, StringComparison.Ordinal);
        Run("one", "verify", Target, "--write");
        string[] written = File.ReadAllLines(Path.Combine(RootOf("one"), "results", "quick", "receipts.csv"));
        Assert.Equal("target,tables,machine,architecture,system,device,date,differing", written[0]);
        Assert.Matches($"^{Target},[0-9a-f]{{64}},CI,\\w+,.+,cpu,", Assert.Single(written[1..]));

        string file = Path.Combine(RootOf("one"), "results", "quick", "receipts.csv");
        File.AppendAllText(file, "Other.One,f,CI,X64,Linux,cpu,2026-11-29,\n");
        Run("one", "verify", Target, "--write");
        Assert.Equal([.. written, "Other.One,f,CI,X64,Linux,cpu,2026-11-29,"], File.ReadAllLines(file));
    }

    [Fact]
    public void An_archive_holds_the_results_and_a_tenth_is_made_again_where_it_is_taken()
    {
        Assert.Equal(0, Run("one", "run", Target).Code);
        (int code, string output, string errors) = Run("one", "cache", "export", Archive, "--features");
        Assert.True(code == 0, output + errors);
        byte[] first = File.ReadAllBytes(Archive);
        Run("one", "cache", "export", Archive, "--features");
        Assert.Equal(first, File.ReadAllBytes(Archive));

        (code, output, errors) = Run("other", "cache", "import", Archive);
        Assert.True(code == 0, output + errors);
        Assert.Contains("2 of 2 results came", output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 challenged targets gave the stored bits (of 2 stored", output, StringComparison.Ordinal);
        Assert.Contains(
            "0 of 2 results came, 2 were in the store before",
            Run("other", "cache", "import", Archive).Output,
            StringComparison.Ordinal
        );
        (_, output, errors) = Run("other", "run", Target);
        Assert.DoesNotContain(": made", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_of_trials_and_tables_alone_is_checked_too_as_what_they_read_is_made_first()
    {
        Assert.Equal(0, Run("one", "run", Target).Code);
        Assert.Equal(0, Run("one", "cache", "export", Archive).Code);
        (int code, string output, string errors) = Run("other", "cache", "import", Archive, "--profile", "paper");
        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains("None of them can be recomputed here", output, StringComparison.Ordinal);
        Assert.Contains("None of the 1 results that came is kept.", output, StringComparison.Ordinal);

        (code, output, errors) = Run("other", "cache", "import", Archive);
        Assert.True(code == 0, output + errors);
        Assert.Contains("1 of 1 results came", output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 challenged targets gave the stored bits (of 1 stored", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_forged_archive_brought_is_not_kept_so_that_a_second_try_does_not_believe_it()
    {
        Assert.Equal(0, Run("one", "run", Target).Code);
        Forge();
        for (int i = 0; i < 2; i++)
        {
            (int code, string output, _) = Run("other", "cache", "import", Archive);
            Assert.Equal(ExitCodes.Drift, code);
            Assert.Contains("1 of 1 results came", output, StringComparison.Ordinal);
            Assert.Contains("gave other bits: summary.csv", output, StringComparison.Ordinal);
            Assert.Contains("None of the 1 results that came is kept.", output, StringComparison.Ordinal);
        }

        Assert.Contains("made", Run("other", "run", Target).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_with_other_bits_is_an_alarm_that_shows_the_cells_that_differ()
    {
        (_, string output, _) = Tool.Run("cache", "keygen", KeyFile);
        string own = output.Split('\n')[1];
        TrustedKeys.Add(RootOf("one"), new TrustedKey("CI", own));
        Publish(ForgedReceipt());

        (int code, output, _) = Run("one", "verify", Target);
        Assert.Equal(ExitCodes.Drift, code);
        Assert.Contains("OTHER BITS on CI: X64, Tests, gpu, 2026-11-30: summary.csv", output, StringComparison.Ordinal);
        Assert.Contains("  summary.csv, forged: new: forged", output, StringComparison.Ordinal);
        Assert.Contains("ALARM: 1 targets are contradicted", output, StringComparison.Ordinal);

        Directory.Delete(Path.Combine(_folder, "remote", "cas"), recursive: true); // kept back: the alarm stays
        (code, output, _) = Run("one", "verify", Target);
        Assert.Equal(ExitCodes.Drift, code);
        Assert.Matches("  summary.csv: \\d+ bytes, SHA-256 [0-9a-f]{12} -> \\d+ bytes, SHA-256 ", output);
        Assert.Contains("ALARM: 1 targets are contradicted", output, StringComparison.Ordinal);

        (code, output, _) = Run("one", "challenge", Target, "--countersign"); // by the same key
        Assert.Equal(ExitCodes.Drift, code);
        Assert.Contains($"{Target}: the same bits", output, StringComparison.Ordinal);
        Assert.Contains("  ALARM: ", output, StringComparison.Ordinal);
        Assert.Contains("it is not overwritten", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_takes_no_contents_hides_neither_the_difference_nor_the_receipt()
    {
        Assert.Equal(0, Run("one", "run", Target).Code);
        Forge();
        Assert.Equal(0, Run("other", "cache", "import", Archive, "--unchecked").Code);
        (_, string output, _) = Tool.Run("cache", "keygen", KeyFile);
        TrustedKeys.Add(RootOf("other"), new TrustedKey("CI", output.Split('\n')[1]));
        Directory.CreateDirectory(Path.Combine(_folder, "remote"));
        File.WriteAllText(Path.Combine(_folder, "remote", "cas"), "no folder");

        (int code, output, _) = Run("other", "challenge", Target, "--countersign");
        Assert.Equal(ExitCodes.Drift, code);
        Assert.Contains("  summary.csv, ", output, StringComparison.Ordinal);
        Assert.Contains("  summary.csv is not handed on: ", output, StringComparison.Ordinal);
        Assert.Contains("its receipt is published", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_named_is_challenged_and_what_is_not_stored_is_told()
    {
        (int code, string output, string errors) = Run("one", "challenge", Target);
        Assert.Equal(0, code);
        Assert.Contains($"{Target}: the same bits", output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 challenged targets", output, StringComparison.Ordinal);

        (code, _, errors) = Run("other", "challenge", Target);
        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains(
            $"The store holds nothing of {Target} of this source to challenge; run it first.",
            errors,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"not stored here, so not compared: {Target}",
            Run("other", "verify", Target).Output,
            StringComparison.Ordinal
        );
        (code, _, errors) = Run("one", "challenge", "Digits.Correlation");
        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("There is no target 'Digits.Correlation'", errors, StringComparison.Ordinal);
    }

    // Another machine's bits, whose tables have a row more.
    private (Receipt Receipt, string Folder) ForgedReceipt()
    {
        (Manifest other, string forged) = Forged();
        var receipt = new Receipt
        {
            Target = Target,
            Fingerprint = other.Fingerprint,
            Outputs = other.Outputs,
            OperatingSystem = "Tests",
            Architecture = "X64",
            Engine = "research",
            Device = "gpu",
            Date = "2026-11-30",
        };
        return (receipt, forged);
    }

    private void Publish((Receipt Receipt, string Folder) forged)
    {
        var settings = new RemoteSettings
        {
            Place = Path.Combine(_folder, "remote"),
            Token = null,
            Timeout = TimeSpan.FromSeconds(9),
            Key = KeyFile,
            Trusted = new TrustedKeys([]),
        };
        using var remote = new RemoteConnection(settings, _ => { });
        foreach (Output output in forged.Receipt.Outputs)
        {
            remote.PutContent(output, Path.Combine(forged.Folder, output.Path));
        }

        remote.Countersign(forged.Receipt);
    }

    private void Forge()
    {
        (Manifest other, string forged) = Forged();
        ResultArchive.Write(Archive, [other], output => StoredFile.Plain(Path.Combine(forged, output.Path)), null);
    }

    // The tables with one figure changed, as whole as those that were made.
    private (Manifest Forged, string Folder) Forged()
    {
        using var store = new ResultStore(
            Path.Combine(CacheOf("one"), "results"),
            null,
            null,
            new FileHashes(null, paranoid: false),
            _ => { }
        );
        Manifest made = Directory
            .EnumerateFiles(Path.Combine(store.Root, "runs"), "*", SearchOption.AllDirectories)
            .Select(file => store.Find(Path.GetFileName(file)))
            .OfType<Manifest>()
            .Single(manifest => manifest.Target == Target);
        string forged = Directory.CreateDirectory(Path.Combine(_folder, "forged")).FullName;
        foreach (Output output in made.Outputs)
        {
            File.WriteAllBytes(Path.Combine(forged, output.Path), store.Locate(output)!.ReadAllBytes());
        }

        File.AppendAllText(Path.Combine(forged, "summary.csv"), "forged,,,,1,,,,1,,,\n");
        return (made with { Outputs = [.. Output.In(forged)] }, forged);
    }

    [Fact]
    public void What_is_missing_to_give_or_to_sign_is_told()
    {
        Assert.Contains("RESEARCH_SIGNING_KEY", Bare("cache", "push"), StringComparison.Ordinal);
        Assert.Contains("no result of this source", Bare("cache", "export", Archive), StringComparison.Ordinal);
        Assert.Contains(
            "'research cache export' writes such archives",
            Bare("cache", "import", Archive),
            StringComparison.Ordinal
        );
    }

    private string CacheOf(string machine) => Path.Combine(_folder, machine, "cache");

    private string RootOf(string machine) => Path.Combine(_folder, machine, "checkout");

    private (int Code, string Output, string Errors) Run(string machine, params string[] arguments) =>
        Tool.Run(
            new Dictionary<string, string>
            {
                ["RESEARCH_CACHE"] = CacheOf(machine),
                ["RESEARCH_REMOTE_CACHE"] = File.Exists(KeyFile) ? Path.Combine(_folder, "remote") : "",
                ["RESEARCH_SIGNING_KEY"] = File.Exists(KeyFile) ? KeyFile : "",
            },
            [.. arguments, "--root", RootOf(machine)]
        );

    private string Bare(params string[] arguments)
    {
        (int code, _, string errors) = Run("other", arguments);
        Assert.Equal(1, code);
        return errors;
    }
}
