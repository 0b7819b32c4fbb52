using System.Text.Json;
using Research.Data;
using Research.Features.Music;
using Research.Features.Spectral;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Music;

public class OnsetStrengthTests
{
    private const double Tolerance = 1e-5;

    [Fact]
    public void Onset_strength_of_clicks_is_librosas()
    {
        OnsetEnvelope onset = Pulses.Onset(Pulses.Clicks(8000, 12, 0.5), BandAggregate.Mean);
        Golden.AssertClose(Golden.Json("beat_track.json").GetProperty("onset_strength").Numbers(), onset.Values, Tolerance);
    }

    // Oracle: the definitions in numpy, which give librosa's values (Golden/make_music.py).
    [Fact]
    public void Means_and_medians_over_bands_are_the_definitions()
    {
        foreach (JsonElement item in Pulses.Tracked)
        {
            Waveform wave = Pulses.Of(item);
            Golden.AssertClose(item.GetProperty("mean").Numbers(), Pulses.Onset(wave, BandAggregate.Mean).Values, Tolerance);
            Golden.AssertClose(item.GetProperty("median").Numbers(), Pulses.Onset(wave, BandAggregate.Median).Values, Tolerance);
        }
    }

    // Three frames without overlap, 20 dB louder each: every band rises by 20 dB from one to the next.
    [Theory]
    [InlineData(1, new[] { 0.0, 20, 20 })]
    [InlineData(2, new[] { 0.0, 0, 40 })]
    [InlineData(5, new[] { 0.0, 0, 0 })]
    public void A_rise_is_in_decibels_between_frames_a_lag_apart(int lag, double[] expected)
    {
        Rng rng = Rng.For(1, "noise");
        double[] frame = [.. Enumerable.Range(0, 512).Select(_ => 1e-3 * rng.NextNormal())];
        double[] samples = [.. frame, .. frame.Select(x => 10 * x), .. frame.Select(x => 100 * x)];
        OnsetSettings settings = Settings(8000) with { LagFrames = lag };
        StftSettings stft = settings.Mel.Stft with { WindowSamples = 512, FftLength = 512, Padding = Padding.None };
        settings = settings with
        {
            Mel = settings.Mel with { Stft = stft, Bands = 20 },
            Decibels = settings.Decibels with { RangeDecibels = null, SmallestPower = 1e-30 },
        };
        OnsetEnvelope onset = OnsetStrength.Of(new Waveform(samples, 8000), settings);
        Golden.AssertClose(expected, onset.Values, 1e-9);
        Assert.Equal(0.032, onset.Seconds(0), 1e-12);
    }

    [Fact]
    public void Silence_and_one_frame_have_no_onset()
    {
        Assert.All(
            OnsetStrength.Of(new Waveform(new double[8000], 8000), Settings(8000)).Values,
            value => Assert.Equal(0, value)
        );
        Assert.Equal([0], OnsetStrength.Of(new Waveform([0.5], 8000), Settings(8000)).Values);
    }

    [Fact]
    public void A_sample_that_is_no_number_is_refused() =>
        Assert.Throws<ResearchException>(() => OnsetStrength.Of(new Waveform([0, double.NaN], 8000), Settings(8000)));

    // A click of 90 Hz rises in the lowest bands, one of 3 kHz in high ones; loudness is the same.
    [Fact]
    public void Bass_counts_more_where_it_is_emphasised()
    {
        OnsetSettings bass = Settings(8000) with { BassEmphasis = 16 };
        Waveform low = Pulses.Of(8000, 4, 1, [0.5, 90, 0.1]);
        Waveform high = Pulses.Of(8000, 4, 1, [0.5, 3000, 0.1]);
        double plain = OnsetStrength.Of(low, Settings(8000)).Values.Max() / OnsetStrength.Of(high, Settings(8000)).Values.Max();
        double emphasised = OnsetStrength.Of(low, bass).Values.Max() / OnsetStrength.Of(high, bass).Values.Max();
        Assert.True(emphasised > 1.3 * plain, $"{emphasised}, {plain}");
    }

    [Fact]
    public void An_emphasis_that_cannot_be_is_refused()
    {
        OnsetSettings settings = Settings(8000);
        OnsetSettings[] wrong =
        [
            settings with
            {
                BassEmphasis = -1,
            },
            settings with
            {
                BassBands = 0,
            },
            settings with
            {
                BassEmphasis = 1,
                Aggregate = BandAggregate.Median,
            },
        ];
        Assert.All(wrong, each => Assert.Throws<SettingsException>(() => OnsetStrength.Of(Signals.Synthetic(8000), each)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2000)]
    public void A_lag_that_cannot_be_is_refused(int lag) =>
        Assert.Throws<SettingsException>(() =>
            OnsetStrength.Of(Signals.Synthetic(8000), Settings(8000) with { LagFrames = lag })
        );

    private static OnsetSettings Settings(int rateHz) => OnsetSettings.Librosa(Pulses.FramingAt(rateHz));
}
