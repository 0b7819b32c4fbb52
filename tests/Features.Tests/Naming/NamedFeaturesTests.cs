using System.Globalization;
using Research.Data;
using Research.Features.Cepstral;
using Research.Features.Descriptors;
using Research.Features.Music;
using Research.Features.Naming;
using Research.Features.ShortTerm;
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
    [InlineData("power")]
    [InlineData("spectral")]
    [InlineData("signal")]
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
            "power" => PowerSpectrogram.Of(noise, whole.Mel.Stft),
            "spectral" => Descriptors(MagnitudeSpectrogram.Of(noise, whole.Mel.Stft)),
            "signal" => Columns([
                SignalFrames.RootMeanSquare(noise.Samples, 200, 3),
                SignalFrames.ZeroCrossings(noise.Samples, 200, 3),
            ]),
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

    [Theory]
    [InlineData("contrast", 0.01)]
    [InlineData("short-term", 0.025 + 0.025)] // the middle of the second frame
    [InlineData("tempogram", 512.0 / RateHz)]
    [InlineData("musicnn", 1.5 * 256 / 16_000 + (128.0 / 16_000))]
    public void Features_of_a_whole_recording_are_those_of_their_functions(string name, double second)
    {
        Waveform bursts = Bursts();
        NamedFeature feature = NamedFeatures.All.Single(candidate => candidate.Name == name);
        Framing framing = feature.UsualFraming(RateHz);
        StftSettings stft = MelSettings.Librosa(RateHz, framing.WindowSamples, framing.HopSamples).Stft;
        Matrix expected = name switch
        {
            "contrast" => SpectralContrast.Of(MagnitudeSpectrogram.Of(bursts, stft), ContrastSettings.Librosa(5)),
            "short-term" => ShortTermFeatures.Of(
                bursts,
                new()
                {
                    WindowSeconds = 0.05,
                    StepSeconds = 0.025,
                    Form = ShortTermForm.AsPublished,
                }
            ),
            "tempogram" => Tempogram.Of(OnsetStrength.Of(bursts, OnsetSettings.Librosa(framing)), 384),
            _ => MusiCnnFrames.Of(bursts),
        };
        Matrix actual = feature.ValuesOf(bursts, feature.DefaultsFor(framing));
        Assert.Equal(expected.Rows, actual.Rows);
        Assert.Equal(second, actual[1, 0], 12);
        Assert.All(Enumerable.Range(0, actual.Rows), t => Assert.Equal(expected.Row(t).ToArray(), actual.Row(t)[1..].ToArray()));
    }

    [Fact]
    public void A_long_hop_does_not_take_memory_for_thousands_of_frames()
    {
        NamedFeature signal = NamedFeatures.All.Single(feature => feature.Name == "signal");
        var silence = new Silence();
        object settings = signal.DefaultsFor(
            new()
            {
                SampleRateHz = RateHz,
                WindowSamples = 100,
                HopSamples = 500_000,
            }
        );
        int rows = 0;
        signal.Compute(silence, settings, part => rows += part.Rows);
        Assert.Equal(41, rows);
        Assert.InRange(silence.MostAtOnce, 1, 2_000_000);
    }

    // Twenty million samples that lie nowhere.
    private sealed class Silence : ISamples
    {
        public int SampleRateHz => RateHz;

        public long Count => 20_000_000;

        public int MostAtOnce { get; private set; }

        public void Read(long start, Span<double> into)
        {
            MostAtOnce = Math.Max(MostAtOnce, into.Length);
            into.Clear();
        }
    }

    [Fact]
    public void The_octaves_of_the_contrast_are_those_that_begin_below_half_the_rate()
    {
        NamedFeature contrast = NamedFeatures.All.Single(feature => feature.Name == "contrast");
        string[] settings =
        [
            .. new[] { 500, 8000, 16_000, 48_000 }.Select(rate => $"{contrast.DefaultsFor(Framing.Usual(rate))}"),
        ];
        Assert.Equal(
            [1, 5, 6, 6],
            settings.Select(text => int.Parse(text.Split("Octaves = ")[1].Split(',')[0], CultureInfo.InvariantCulture))
        );
    }

    [Fact]
    public void Short_term_features_of_a_rate_whose_spectrum_has_no_pitch_classes_are_refused()
    {
        NamedFeature feature = NamedFeatures.All.Single(candidate => candidate.Name == "short-term");
        ResearchException error = Assert.Throws<ResearchException>(() =>
            feature.ValuesOf(new Waveform(new double[4000], 999), feature.DefaultsFor(Framing.Usual(999)))
        );
        Assert.Contains("1000 Hz at least are needed", error.Message, StringComparison.Ordinal);
    }

    private static Matrix Descriptors(MagnitudeSpectrogram spectrum) =>
        Columns([
            SpectralMoments.Centroid(spectrum),
            SpectralMoments.Bandwidth(spectrum),
            SpectralRolloff.Of(spectrum, SpectralRolloff.StandardShare),
            SpectralFlatness.Of(spectrum),
            SpectralLevel.Of(spectrum),
        ]);

    private static Matrix Columns(double[][] columns) =>
        Matrix.OfRows([.. Enumerable.Range(0, columns[0].Length).Select(t => columns.Select(column => column[t]).ToArray())]);

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
