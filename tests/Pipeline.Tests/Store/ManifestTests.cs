using System.Security.Cryptography;
using System.Text;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public class ManifestTests
{
    private static readonly Manifest Right = new()
    {
        Target = "Digits.GmmHmm",
        Fingerprint = new string('f', 64),
        Outputs = [new Output("a.csv", 3, new string('a', 64)), new Output("b.csv", 0, new string('b', 64))],
        Seconds = 0,
        PeakBytes = 0,
        Threads = 0,
    };

    [Fact]
    public void The_smallest_possible_numbers_are_read_back() => Assert.NotNull(Manifest.Parse(Right.ToBytes()));

    [Fact]
    public void It_is_written_line_by_line_for_people_too()
    {
        string[] lines = Body.Split('\n');
        Assert.Equal("{", lines[0]);
        Assert.Equal("  \"target\": \"Digits.GmmHmm\",", lines[1]);
        Assert.Contains("  \"seconds\": \"12.3\",", BodyOf(Right with { Seconds = 12.345 }), StringComparison.Ordinal);
    }

    public static TheoryData<string> Wrongs =>
        [
            "target",
            "line",
            "fingerprint",
            "path",
            "size",
            "digest",
            "twice",
            "seconds",
            "peak",
            "threads",
            "system",
            "architecture",
        ];

    // Whoever writes a file can write its digest: what it says is looked at all the same.
    [Theory]
    [MemberData(nameof(Wrongs))]
    public void What_no_run_could_have_written_is_none(string wrong)
    {
        Manifest manifest = wrong switch
        {
            "target" => Right with { Target = "" },
            "line" => Right with { Target = "two\nlines" },
            "fingerprint" => Right with { Fingerprint = new string('F', 64) },
            "path" => Right with { Outputs = [Right.Outputs[0] with { Path = "../a.csv" }] },
            "size" => Right with { Outputs = [Right.Outputs[0] with { Size = -1 }] },
            "digest" => Right with { Outputs = [Right.Outputs[0] with { Digest = "a" }] },
            "twice" => Right with { Outputs = [Right.Outputs[0], Right.Outputs[0] with { Size = 4 }] },
            "seconds" => Right with { Seconds = -1 },
            "peak" => Right with { PeakBytes = -1 },
            "threads" => Right with { Threads = -1 },
            "system" => Right with { OperatingSystem = "a\u001b[31m" },
            _ => Right with { Architecture = "" },
        };
        Assert.Null(Manifest.Parse(manifest.ToBytes()));
    }

    [Theory]
    [InlineData("\"seconds\": \"NaN\"")]
    [InlineData("\"seconds\": \"1e999\"")]
    [InlineData("\"seconds\": \"soon\"")]
    [InlineData("\"seconds\": 1")]
    [InlineData("\"second\": \"1.0\"")]
    public void Seconds_that_are_no_number_are_none(string seconds) =>
        Assert.Null(Manifest.Parse(Signed(Body.Replace("\"seconds\": \"0.0\"", seconds, StringComparison.Ordinal))));

    [Theory]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("{")]
    public void Other_json_is_none(string body) => Assert.Null(Manifest.Parse(Signed(body)));

    [Fact]
    public void The_first_line_is_the_digest_of_the_rest()
    {
        byte[] bytes = Right.ToBytes();
        Assert.Equal(Signed(Body), bytes);
        Assert.Null(Manifest.Parse(bytes[..^1]));
        Assert.Null(Manifest.Parse([.. bytes, (byte)' ']));
        Assert.Null(Manifest.Parse(bytes[65..]));
        Assert.Null(Manifest.Parse(bytes[..64]));
        Assert.Null(Manifest.Parse([(byte)' ', .. bytes]));
    }

    private static string Body => BodyOf(Right);

    private static string BodyOf(Manifest manifest) => Encoding.UTF8.GetString(manifest.ToBytes()[65..]);

    private static byte[] Signed(string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        return [.. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes)) + "\n"), .. bytes];
    }
}
