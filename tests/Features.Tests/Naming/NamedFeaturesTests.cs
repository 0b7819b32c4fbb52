using Research.Data;
using Research.Features.Cepstral;
using Research.Features.Naming;
using Research.Features.Spectral;
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
        Matrix values = feature.ValuesOf(Bursts(), feature.DefaultsFor(feature.UsualFraming(RateHz)));
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
        Assert.Equal([0.05, .. expected.Row(5).ToArray()], actual.Row(5).ToArray()); // 5 hops of 10 ms
    }

    [Theory]
    [InlineData("mel")]
    [InlineData("mfsc")]
    [InlineData("mfcc")]
    [InlineData("mfcc-delta")]
    public void A_long_recording_computed_in_parts_has_the_bits_of_the_whole(string name)
    {
        Waveform noise = Noise(400_000);
        NamedFeature feature = NamedFeatures.All.Single(candidate => candidate.Name == name);
        MfccSettings whole = MfccSettings.Librosa(RateHz, 200, 3, 13); // more frames than a part has
        Matrix mfcc = Mfcc.Of(noise, whole);
        Matrix expected = name switch
        {
            "mel" => MelSpectrogram.Of(noise, whole.Mel),
            "mfsc" => Decibels.OfMel(noise, whole.Mel, whole.Decibels),
            "mfcc" => mfcc,
            _ => SideBySide(mfcc),
        };
        var parts = new List<Matrix>();
        feature.Compute(
            noise,
            feature.DefaultsFor(
                new()
                {
                    SampleRateHz = RateHz,
                    WindowSamples = 200,
                    HopSamples = 3,
                }
            ),
            parts.Add
        );
        Assert.True(parts.Count > 1 || name == "mfcc-delta");
        int frame = 0;
        foreach (Matrix part in parts)
        {
            for (int t = 0; t < part.Rows; t++, frame++)
            {
                Assert.Equal(expected.Row(frame).ToArray(), part.Row(t)[1..(1 + expected.Columns)].ToArray());
            }
        }

        Assert.Equal(expected.Rows, frame);
    }

    [Fact]
    public void A_frame_without_padding_has_the_time_of_its_middle()
    {
        NamedFeature mel = NamedFeatures.All.Single(feature => feature.Name == "mel");
        var settings = (MelSettings)mel.DefaultsFor(Framing.Usual(RateHz));
        Matrix padded = mel.ValuesOf(Noise(), settings);
        Matrix bare = mel.ValuesOf(Noise(), settings with { Stft = settings.Stft with { Padding = Padding.None } });
        Assert.Equal([0, 0.01], [padded[0, 0], padded[1, 0]]);
        Assert.Equal([0.0125, 0.0225], [bare[0, 0], bare[1, 0]]);
    }

    private static Matrix SideBySide(Matrix mfcc)
    {
        IReadOnlyList<Matrix> parts = UtteranceVector.WithDerivatives(mfcc);
        return Matrix.OfRows([
            .. Enumerable.Range(0, mfcc.Rows).Select(t => parts.SelectMany(part => part.Row(t).ToArray()).ToArray()),
        ]);
    }

    // Four seconds, so that there are beats: noise, loud and soft in turn.
    private static Waveform Bursts()
    {
        double[] noise = Noise(32_000).Samples;
        return new Waveform([.. noise.Select((x, n) => n % 4000 < 1000 ? x : 0.01 * x)], RateHz);
    }

    private static Waveform Noise(int count = 4000)
    {
        Rng rng = Rng.For(1, "noise");
        return new Waveform([.. Enumerable.Range(0, count).Select(_ => 0.1 * rng.NextNormal())], RateHz);
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

        protected override void Compute(ISamples samples, MfccSettings settings, FeatureRows receive) =>
            throw new NotSupportedException("No test asks for them.");
    }
}
