using Research.Numerics;
using Research.Results.Folders;

namespace Research.Results.Tests.Folders;

public sealed class RunFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_record_tells_what_the_tables_were_made_from_where_and_at_what_cost()
    {
        Write(
            """
            {"profile":"quick",
             "made":{"target":"S.A:tables","fingerprint":"f0","operatingSystem":"An OS","architecture":"X64"},
             "fingerprints":{"S.A":{"data":{},"code":{"T":"1"}}},
             "costs":{"S.A":{"seconds":"1.5","peakBytes":2048,"threads":2}}}
            """
        );
        RunFile run = RunFile.Find(_folder)!;
        Assert.Equal(("f0", "An OS", "X64"), (run.Fingerprint, run.OperatingSystem, run.Architecture));
        Assert.Equal(["data", "code"], run.Leaves["S.A"].Select(leaf => leaf.Name));
        Assert.Equal("1", run.Leaves["S.A"][1].Parts["T"]);
        Assert.Equal(new TargetCost(1.5, 2048, 2), run.Costs["S.A"]);
    }

    [Fact]
    public void Records_without_costs_and_folders_without_records_can_be_read()
    {
        Assert.Null(RunFile.Find(_folder));
        Write("""{"made":{"fingerprint":"f0","operatingSystem":"","architecture":""},"fingerprints":{}}""");
        Assert.Empty(RunFile.Find(_folder)!.Costs);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"made\"")]
    public void Another_file_is_told(string text)
    {
        Write(text);
        string message = Assert.Throws<ResearchException>(() => RunFile.Find(_folder)).Message;
        Assert.Contains("is no run record", message, StringComparison.Ordinal);
    }

    // Lengths part names from values: "a" = "bc" is not "ab" = "c".
    [Fact]
    public void The_digest_of_a_leaf_follows_from_its_parts_in_any_order()
    {
        string Digest(params (string, string)[] parts) =>
            LeafParts.DigestOf(parts.ToDictionary(part => part.Item1, part => part.Item2));
        Assert.Equal(Digest(("a", "1"), ("b", "2")), Digest(("b", "2"), ("a", "1")));
        Assert.NotEqual(Digest(("a", "bc")), Digest(("ab", "c")));
    }

    // Oracle: Python 3.11, hashlib.sha256 over "1:a=300:xx…x\n1:b=0:\n1:é=2:ü€\n" in UTF-8.
    [Fact]
    public void The_digest_of_a_leaf_is_that_of_lengths_names_and_values() =>
        Assert.Equal(
            "c832076e6454ee14a1979fb9c2f987ab131b8d752bf5857d35ae618cef832e83",
            LeafParts.DigestOf(
                new Dictionary<string, string>
                {
                    ["é"] = "ü€",
                    ["b"] = "",
                    ["a"] = new string('x', 300),
                }
            )
        );

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder, RunFile.File), text);
}
