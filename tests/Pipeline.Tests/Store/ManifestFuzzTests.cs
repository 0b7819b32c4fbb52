using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Research.Pipeline.Store;
using Research.Tests;

namespace Research.Pipeline.Tests.Store;

/// <summary>Manifests that were damaged on disk.</summary>
public class ManifestFuzzTests
{
    private static readonly Manifest Original = new()
    {
        Target = "Digits.GmmHmm",
        Fingerprint = new string('f', 64),
        Outputs = [new Output("a.csv", 3, new string('a', 64)), new Output("b.csv", 4, new string('b', 64))],
        Seconds = 1.5,
        PeakBytes = 1L << 33,
        Threads = 2,
    };

    private static readonly Gen<string> FileName = Gen.Char["abcXYZ019 ._-äπ/\\"]
        .Array[1, 20]
        .Select(drawn => new string(drawn))
        .Where(Names.IsFileName);

    [Fact]
    public void A_mutated_manifest_is_the_same_or_none() =>
        MutatedBytes
            .Of(Original.ToBytes())
            .HoldsFor(
                1000,
                bytes =>
                {
                    if (Manifest.Parse(bytes) is { } parsed)
                    {
                        Assert.Equal(Original.ToBytes(), parsed.ToBytes());
                        Assert.Equal(Original.ToBytes(), bytes);
                    }
                }
            );

    [Fact]
    public void A_mutated_manifest_whose_digest_was_made_anew_names_plain_files_or_is_none() =>
        MutatedBytes
            .Of(Original.ToBytes()[65..])
            .HoldsFor(
                1000,
                body =>
                {
                    byte[] head = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body)) + "\n");
                    if (Manifest.Parse([.. head, .. body]) is { } parsed)
                    {
                        Assert.All(parsed.Outputs, output => Assert.Equal(output.Path, Path.GetFileName(output.Path)));
                        Assert.All(parsed.Outputs, output => Assert.Matches("^[0-9a-f]{64}$", output.Digest));
                        Assert.DoesNotContain(parsed.Target, char.IsControl);
                    }
                }
            );

    [Fact]
    public void Random_bytes_are_no_manifest() =>
        Gen.OneOf(Gen.Byte.Array[0, 200], Gen.String["0123456789abcdef\n{}"].Select(Encoding.ASCII.GetBytes))
            .HoldsFor(500, bytes => Assert.Null(Manifest.Parse(bytes)));

    [Fact]
    public void A_manifest_is_read_back_as_it_was() =>
        Gen.Select(FileName, Gen.Select(FileName, Gen.Long[0, long.MaxValue]).Array[0, 4], Gen.Int[0, 1_000_000], Gen.Int[1, 64])
            .HoldsFor(
                200,
                drawn =>
                {
                    Manifest manifest = Original with
                    {
                        Target = drawn.Item1,
                        Outputs =
                        [
                            .. drawn
                                .Item2.DistinctBy(output => output.Item1)
                                .Select(output => new Output(output.Item1, output.Item2, new string('0', 64))),
                        ],
                        Seconds = drawn.Item3 / 10.0,
                        Threads = drawn.Item4,
                    };
                    Manifest back = Manifest.Parse(manifest.ToBytes())!;
                    Assert.Equal(manifest.Outputs, back.Outputs);
                    Assert.Equal(manifest with { Outputs = [] }, back with { Outputs = [] });
                }
            );
}
