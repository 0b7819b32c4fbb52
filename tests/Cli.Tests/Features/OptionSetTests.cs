using System.CommandLine;
using CsCheck;
using Research.Cli.Features;
using Research.Data;
using Research.Features.Naming;
using Research.Numerics;
using Research.Tests;

namespace Research.Cli.Tests.Features;

/// <summary>Whatever options are given, a feature is computed, or one sentence says why not.</summary>
public class OptionSetTests
{
    private const int Cases = 200;
    private const int RateHz = 8000;

    // Columns in which there may be nothing: an unvoiced frame has no pitch, a frame may have fewer formants.
    private static readonly string[] MayBeMissing = ["hertz", "f", "b"];

    private static readonly string[] Values =
    [
        "0",
        "-1",
        "1",
        "2",
        "3",
        "7",
        "13",
        "64",
        "100",
        "257",
        "1000",
        "4000",
        "40000",
        "1048576",
        "2147483647",
        "0.001",
        "0.01",
        "0.025",
        "0.45",
        "0.5",
        "1.5",
        "-0.5",
        "1e-9",
        "1e9",
        "1e300",
        "-1e300",
        "1e-300",
        "NaN",
        "Infinity",
        "none",
        "hann",
        "hamming",
        "htk",
        "peak",
        "maximum",
        "reflection",
        "",
    ];

    private static readonly Waveform[] Recordings =
    [
        Noise(2400, RateHz),
        new(new double[1600], RateHz),
        new([0.5], RateHz),
        Noise(80, 40),
        Noise(3000, 1_000_000),
        new([.. Enumerable.Range(0, 3000).Select(n => 0.5 * Math.Sin(0.1 * n))], RateHz),
    ];

    public static TheoryData<string> Names => [.. NamedFeatures.All.Select(feature => feature.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_options_give_numbers_or_one_sentence(string name)
    {
        NamedFeature feature = NamedFeatures.All.Single(candidate => candidate.Name == name);
        var options = new FeatureOptions(feature);
        var command = new Command(name);
        string[] known = [.. options.All.Select(option => option.Name)];
        foreach (Option option in options.All)
        {
            command.Add(option);
        }

        Gen<(string, string)[]> sets =
            known.Length == 0
                ? Gen.Const(Array.Empty<(string, string)>())
                : Gen.Select(Gen.OneOf(known), Gen.OneOf(Values)).Array[0, 4];
        Gen.Select(sets, Gen.OneOf(Recordings))
            .HoldsFor(
                Cases,
                drawn =>
                {
                    string[] arguments =
                    [
                        .. drawn.Item1.DistinctBy(pair => pair.Item1).Select(pair => $"{pair.Item1}={pair.Item2}"),
                    ];
                    Check(feature, options, command.Parse(arguments), drawn.Item2);
                }
            );
    }

    private static void Check(NamedFeature feature, FeatureOptions options, ParseResult parsed, Waveform recording)
    {
        if (parsed.Errors.Count > 0)
        {
            return;
        }

        try
        {
            Matrix values = feature.ValuesOf(
                recording,
                FeaturesCommand.Settings(feature, options, parsed, recording.SampleRateHz)
            );
            Assert.True(values.Columns > 1);
            for (int column = 0; column < values.Columns; column++)
            {
                bool mayBeMissing = MayBeMissing.Contains(
                    feature.Heading(column, values.Columns).TrimEnd('1', '2', '3', '4', '5', '6', '7', '8', '9', '0')
                );
                int wrong = Array.FindIndex(
                    [.. values.Column(column)],
                    value => !double.IsFinite(value) && !(mayBeMissing && double.IsNaN(value))
                );
                Assert.True(wrong < 0, wrong < 0 ? "" : $"row {wrong}: {values[wrong, column]}");
            }
        }
        catch (ResearchException error)
        {
            Assert.NotEmpty(error.Message);
            Assert.DoesNotContain('\n', error.Message);
        }
    }

    private static Waveform Noise(int count, int rateHz)
    {
        Rng rng = Rng.For(1, "noise");
        return new([.. Enumerable.Range(0, count).Select(_ => 0.1 * rng.NextNormal())], rateHz);
    }
}
