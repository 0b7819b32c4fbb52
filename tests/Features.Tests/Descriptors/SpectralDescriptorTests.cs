using System.Text.Json;
using Research.Data;
using Research.Features.Descriptors;
using Research.Features.Spectral;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Descriptors;

// Oracle: librosa 0.10.2; the exact calls stand inside the golden file.
public class SpectralDescriptorTests
{
    private const double Relative = 1e-5;

    public static TheoryData<string, int, int, string> Recordings()
    {
        var data = new TheoryData<string, int, int, string>();
        foreach (string name in new[] { "0_jackson_0", "1_george_3", "3_lucas_7" })
        {
            data.Add("N2048_H512", 2048, 512, name);
            data.Add("N200_H80", 200, 80, name);
        }

        data.Add("N2048_H512", 2048, 512, "7_theo_2");
        return data;
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Every_descriptor_of_a_recording_is_librosas(string group, int length, int hop, string name) =>
        Compare(Librosas(group, name), Signals.Fsdd(name), length, hop);

    [Theory]
    [InlineData("N2048_H512", 2048, 512)]
    [InlineData("N200_H80", 200, 80)]
    public void Every_descriptor_of_the_chirp_is_librosas(string group, int length, int hop) =>
        Compare(Librosas(group, "synthetic"), Signals.Synthetic(8000), length, hop);

    // Oracle: the definitions in numpy, which give librosa's values on recordings (Golden/make_spectral.py).
    [Fact]
    public void Every_descriptor_is_the_definitions_on_generated_utterances()
    {
        foreach (JsonElement item in Golden.Cases("spectral.json"))
        {
            foreach (JsonProperty framing in item.GetProperty("descriptors").EnumerateObject())
            {
                int[] samples = [.. framing.Name.Split(' ').Select(int.Parse)];
                Compare(framing.Value, Utterances.Of(item.Text("utterance")), samples[0], samples[1]);
            }
        }
    }

    [Fact]
    public void Silence_has_no_centre_no_width_and_no_crossing()
    {
        var silence = new Waveform(new double[4000], 8000);
        MagnitudeSpectrogram spectrum = Spectrum(silence, 512, 128);
        Assert.All(SpectralMoments.Centroid(spectrum), value => Assert.Equal(0, value));
        Assert.All(SpectralMoments.Bandwidth(spectrum), value => Assert.Equal(0, value));
        Assert.All(SpectralRolloff.Of(spectrum, 0.85), value => Assert.Equal(0, value));
        Assert.All(SpectralFlatness.Of(spectrum), value => Assert.Equal(1, value, 9));
        Assert.All(SpectralContrast.Of(spectrum, ContrastSettings.Librosa(4)).Values.ToArray(), value => Assert.Equal(0, value));
        Assert.All(SignalFrames.ZeroCrossings(silence.Samples, 512, 128), value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_pure_tone_has_its_frequency_as_centre_and_hardly_any_width()
    {
        double[] tone = [.. Enumerable.Range(0, 8000).Select(n => Math.Sin(2 * Math.PI * 1000 * n / 8000.0))];
        MagnitudeSpectrogram spectrum = Spectrum(new Waveform(tone, 8000), 512, 128);
        Assert.Equal(1000, SpectralMoments.Centroid(spectrum)[20], 1.0);
        Assert.True(SpectralMoments.Bandwidth(spectrum)[20] < 30);
        Assert.True(SpectralFlatness.Of(spectrum)[20] < 1e-6);
        Assert.Equal(0.25, SignalFrames.ZeroCrossings(tone, 512, 128)[20], 0.01);
        Assert.Equal(Math.Sqrt(0.5), SignalFrames.RootMeanSquare(tone, 512, 128)[20], 1e-3);
    }

    [Fact]
    public void Contrast_bands_above_half_the_sample_rate_are_refused()
    {
        MagnitudeSpectrogram spectrum = Spectrum(Signals.Synthetic(8000), 512, 128);
        ResearchException error = Assert.Throws<ResearchException>(() =>
            SpectralContrast.Of(spectrum, ContrastSettings.Librosa(6))
        );
        Assert.Contains("use fewer octaves", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_rolloff_share_outside_0_to_1_is_refused(double share) =>
        Assert.Throws<ResearchException>(() => SpectralRolloff.Of(Spectrum(Signals.Synthetic(8000), 512, 128), share));

    private static MagnitudeSpectrogram Spectrum(Waveform wave, int length, int hop) =>
        MagnitudeSpectrogram.Of(
            wave,
            new StftSettings
            {
                WindowSamples = length,
                HopSamples = hop,
                FftLength = length,
                Window = WindowShape.Hann,
                Padding = Padding.Zero,
            }
        );

    private static JsonElement Librosas(string group, string name) =>
        Golden.Json("spectral_descriptors_8k.json").GetProperty(group).GetProperty(name);

    private static void Compare(JsonElement expected, Waveform wave, int length, int hop)
    {
        MagnitudeSpectrogram spectrum = Spectrum(wave, length, hop);
        Close(expected, "centroid", SpectralMoments.Centroid(spectrum));
        Close(expected, "bandwidth", SpectralMoments.Bandwidth(spectrum));
        Close(expected, "rolloff", SpectralRolloff.Of(spectrum, SpectralRolloff.StandardShare));
        Close(expected, "flatness", SpectralFlatness.Of(spectrum));
        Close(expected, "zcr", SignalFrames.ZeroCrossings(wave.Samples, length, hop));
        Close(expected, "rms", SignalFrames.RootMeanSquare(wave.Samples, length, hop));
        double[] contrast = Signals.Transposed(expected.GetProperty("contrast"));
        CloseTo(contrast, SpectralContrast.Of(spectrum, ContrastSettings.Librosa(4)).Values.ToArray(), "contrast");
    }

    private static void Close(JsonElement expected, string name, double[] actual) =>
        CloseTo(expected.GetProperty(name).Numbers(), actual, name);

    private static void CloseTo(double[] expected, double[] actual, string name)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double allowed = Relative * Math.Max(Math.Abs(expected[i]), 1e-3);
            Assert.True(Math.Abs(expected[i] - actual[i]) <= allowed, $"{name}[{i}]: {actual[i]:R}, librosa has {expected[i]:R}");
        }
    }
}
