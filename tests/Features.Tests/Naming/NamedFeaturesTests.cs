using Research.Data;
using Research.Features.Cepstral;
using Research.Features.Naming;
using Research.Numerics;

namespace Research.Features.Tests.Naming;

public class NamedFeaturesTests
{
    private const int RateHz = 8000;

    public static TheoryData<string> Names => [.. NamedFeatures.All.Select(feature => feature.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_feature_has_rows_and_a_heading_of_its_own_for_each_column(string name)
    {
        NamedFeature feature = NamedFeatures.All.Single(candidate => candidate.Name == name);
        Matrix values = feature.ValuesOf(Noise(), feature.DefaultsFor(Framing.Usual(RateHz)));
        string[] headings = [.. Enumerable.Range(0, values.Columns).Select(k => feature.Heading(k, values.Columns))];
        Assert.True(values.Rows > 1);
        Assert.Equal(headings.Distinct(), headings);
    }

    [Fact]
    public void A_declaration_in_any_file_is_found() => Assert.Contains(NamedFeatures.All, feature => feature.Name == "pitch");

    [Fact]
    public void Two_features_of_one_name_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => NamedFeatures.In(typeof(First).Assembly));
        Assert.Contains("two features of one name", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16_000, 400, 160)]
    [InlineData(22_050, 551, 220)]
    [InlineData(10, 1, 1)]
    public void The_usual_frames_are_25_ms_every_10_ms(int rateHz, int window, int hop)
    {
        Framing usual = Framing.Usual(rateHz);
        Assert.Equal((window, hop), (usual.WindowSamples, usual.HopSamples));
    }

    [Fact]
    public void The_named_feature_computes_what_the_function_computes()
    {
        NamedFeature mfcc = NamedFeatures.All.Single(feature => feature.Name == "mfcc");
        Matrix expected = Mfcc.Of(Noise(), MfccSettings.Librosa(RateHz, 200, 80, 13));
        Matrix actual = mfcc.ValuesOf(Noise(), mfcc.DefaultsFor(Framing.Usual(RateHz)));
        Assert.Equal(expected.Row(5).ToArray(), actual.Row(5).ToArray());
    }

    private static Waveform Noise()
    {
        Rng rng = Rng.For(1, "noise");
        return new Waveform([.. Enumerable.Range(0, 4000).Select(_ => 0.1 * rng.NextNormal())], RateHz);
    }

    internal sealed class First : Same;

    internal sealed class Second : Same;

    internal abstract class Same : NamedFeature<MfccSettings>
    {
        public override string Name => "same";

        public override string Description => "";

        public override string ExampleOptions => "";

        public override string Heading(int column, int columns) => "";

        protected override MfccSettings Defaults(Framing framing) => throw new NotSupportedException("No test asks for them.");

        protected override Matrix Values(Waveform waveform, MfccSettings settings) =>
            throw new NotSupportedException("No test asks for them.");
    }
}
