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
    public void Random_bytes_are_no_manifest() =>
        Gen.OneOf(Gen.Byte.Array[0, 200], Gen.String["0123456789abcdef\n{}"].Select(System.Text.Encoding.ASCII.GetBytes))
            .HoldsFor(500, bytes => Assert.Null(Manifest.Parse(bytes)));

    [Fact]
    public void A_manifest_is_read_back_as_it_was() =>
        Gen.Select(
                Gen.String,
                Gen.Select(Gen.String, Gen.Long[0, long.MaxValue]).Array[0, 4],
                Gen.Int[0, 1_000_000],
                Gen.Int[1, 64]
            )
            .HoldsFor(
                200,
                drawn =>
                {
                    Manifest manifest = Original with
                    {
                        Target = drawn.Item1,
                        Outputs = [.. drawn.Item2.Select(output => new Output(output.Item1, output.Item2, new string('0', 64)))],
                        Seconds = drawn.Item3 / 10.0,
                        Threads = drawn.Item4,
                    };
                    Manifest back = Manifest.Parse(manifest.ToBytes())!;
                    Assert.Equal(manifest.Outputs, back.Outputs);
                    Assert.Equal(manifest with { Outputs = [] }, back with { Outputs = [] });
                }
            );
}
