using System.Text.Json;
using Research.Data;
using Research.Features.Music;
using Research.Features.Spectral;
using Research.Tests;

namespace Research.Features.Tests.Music;

public class TuningTests
{
    [Fact]
    public void The_tuning_is_librosas_to_the_hundredth()
    {
        JsonElement signals = Golden.Json("chroma_stft_8k_2048_512.json").GetProperty("signals");
        Assert.Equal(signals.GetProperty("synthetic").Number("tuning"), Of(Signals.Synthetic(8000)), 1e-9);
        foreach (JsonElement item in Golden.Cases("music.json"))
        {
            Assert.Equal(item.Number("tuning"), Of(Utterances.Of(item.Text("utterance"))), 1e-9);
        }
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(-0.3)]
    [InlineData(0)]
    public void A_chord_off_by_a_part_of_a_semitone_has_that_tuning(double semitones)
    {
        double[] samples = new double[22_050];
        foreach (int key in new[] { 0, 4, 7, 12 })
        {
            double hertz = 440 * Math.Pow(2, (key + semitones) / 12);
            for (int n = 0; n < samples.Length; n++)
            {
                samples[n] += 0.2 * Math.Sin(2 * Math.PI * hertz * n / 22_050);
            }
        }

        Assert.Equal(semitones, Of(new Waveform(samples, 22_050)), 0.03);
    }

    [Fact]
    public void Silence_is_in_tune() => Assert.Equal(0, Of(new Waveform(new double[4000], 8000)));

    [Fact]
    public void A_peak_between_bins_is_found_by_the_parabola()
    {
        var power = new FrameLanes(1, 1025);
        for (int lane = 0; lane < 4; lane++)
        {
            (power.Group(0)[99], power.Group(0)[100], power.Group(0)[101]) = (
                System.Runtime.Intrinsics.Vector256.Create(6.0),
                System.Runtime.Intrinsics.Vector256.Create(8.0),
                System.Runtime.Intrinsics.Vector256.Create(7.0)
            );
        }

        var peaks = new SpectralPeaks(20_480, 2048); // bins of 10 Hz
        peaks.Add(power);
        Assert.Equal(1000 + (10 / 6.0), Assert.Single(peaks.Hertz), 1e-9); // slope 1/2, bend -3
        Assert.Equal(8 + (0.25 / 6), Assert.Single(peaks.Heights), 1e-9);
    }

    private static double Of(Waveform wave)
    {
        var peaks = new SpectralPeaks(wave.SampleRateHz, 2048);
        peaks.Add(PowerSpectrogram.Lanes(wave, ChromaSettings.Librosa(Pulses.FramingAt(wave.SampleRateHz)).Stft));
        return Tuning.Of(peaks);
    }
}
