using System.Text;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public class RunRecordTests
{
    [Fact]
    public void A_record_is_read_back_as_it_was()
    {
        RunRecord record = Of(Leaves("1"));
        RunRecord back = RunRecord.Parse(record.ToBytes());
        Assert.Equal("quick", back.Profile);
        Assert.Equal(record.Made.Outputs, back.Made.Outputs);
        Assert.Equal(record.Made with { Outputs = [] }, back.Made with { Outputs = [] });
        Assert.Equal(new RunCost(1.5, 1L << 33, 2), back.Costs["Digits.GmmHmm/1"]);
        Assert.Equal("f1", back.Trials["Digits.GmmHmm/1"]);
        Assert.Equal(["Digits.GmmHmm"], back.Fingerprints.Keys);
        Assert.StartsWith("{\n  \"profile\": \"quick\",\n", Encoding.UTF8.GetString(record.ToBytes()), StringComparison.Ordinal);
        Assert.Contains("\"seconds\": \"1.5\"", Encoding.UTF8.GetString(record.ToBytes()), StringComparison.Ordinal);
        Assert.EndsWith("}\n", Encoding.UTF8.GetString(record.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_says_which_GPU_made_it_and_one_that_does_not_was_made_on_the_CPU()
    {
        RunRecord record = Of(Leaves("1"));
        const string Gpu = "cuda: a card, compute capability 9.0, driver for CUDA 13.0";
        var made = new RunRecord(
            record.Profile,
            record.Made with
            {
                Device = Gpu,
            },
            record.Fingerprints,
            new Dictionary<string, RunCost> { ["Digits.Lstm/1"] = new(1, 2, 3, Gpu), ["Digits.Lstm/2"] = new(1, 2, 3) }
        );
        RunRecord back = RunRecord.Parse(made.ToBytes());
        Assert.Equal(
            (Gpu, Gpu, "cpu"),
            (back.Made.Device, back.Costs["Digits.Lstm/1"].Device, back.Costs["Digits.Lstm/2"].Device)
        );
        string older = Encoding.UTF8.GetString(made.ToBytes()).Replace("\"device\"", "\"other\"", StringComparison.Ordinal);
        Assert.Equal("cpu", RunRecord.Parse(Encoding.UTF8.GetBytes(older)).Made.Device);
    }

    // Hundreds of methods would make the record too large to commit.
    [Fact]
    public void Code_is_told_type_by_type_and_all_else_part_by_part()
    {
        Fingerprint back = RunRecord.Parse(Of(Leaves("1")).ToBytes()).Fingerprints["Digits.GmmHmm"];
        Assert.Equal(["A.B", "A.C", "resource r"], back["code"].Parts.Keys.Order(StringComparer.Ordinal));
        Assert.All(back["code"].Parts.Values, value => Assert.Matches("^[0-9a-f]{16}$", value));
        Assert.Equal("1", back["settings"].Parts["part"]);
        Fingerprint other = RunRecord.Parse(Of(Leaves("2")).ToBytes()).Fingerprints["Digits.GmmHmm"];
        Assert.NotEqual(back["code"].Parts["A.B"], other["code"].Parts["A.B"]);
        Assert.Equal(back["code"].Parts["A.C"], other["code"].Parts["A.C"]);
    }

    [Fact]
    public void A_record_of_an_older_version_has_no_costs_and_no_trials()
    {
        string text = Encoding.UTF8.GetString(Of(Leaves("1")).ToBytes());
        RunRecord back = RunRecord.Parse(
            Encoding.UTF8.GetBytes(
                text.Replace("\"costs\"", "\"other\"", StringComparison.Ordinal)
                    .Replace("\"trials\"", "\"more\"", StringComparison.Ordinal)
            )
        );
        Assert.Empty(back.Costs);
        Assert.Empty(back.Trials);
        Assert.Single(back.Fingerprints);
    }

    private static RunRecord Of(Fingerprint fingerprint) =>
        new(
            "quick",
            new Manifest
            {
                Target = "Digits.GmmHmm",
                Fingerprint = fingerprint.Id,
                Outputs = [new Output("summary.csv", 3, new string('a', 64))],
                Seconds = 2,
                PeakBytes = 3,
                Threads = 4,
            },
            new Dictionary<string, Fingerprint> { ["Digits.GmmHmm"] = fingerprint },
            new Dictionary<string, RunCost> { ["Digits.GmmHmm/1"] = new(1.5, 1L << 33, 2) }
        )
        {
            Trials = new Dictionary<string, string> { ["Digits.GmmHmm/1"] = "f1" },
        };

    private static Fingerprint Leaves(string method) =>
        new([
            .. Fingerprint.LeafNames.Select(name =>
                name == "code"
                    ? new Leaf(
                        name,
                        new Dictionary<string, string>
                        {
                            ["A.B::M()"] = method,
                            ["A.B::N()"] = "1",
                            ["type A.B"] = "1",
                            ["A.C::M()"] = "1",
                            ["resource r"] = "1",
                        }
                    )
                    : new Leaf(name, new Dictionary<string, string> { ["part"] = "1" })
            ),
        ]);
}
