using Research.Data;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Tests.Spectral;

public class PowerSpectrogramTests
{
    private static readonly StftSettings Eight = new()
    {
        WindowSamples = 8,
        HopSamples = 4,
        FftLength = 8,
        Window = WindowShape.Rectangular,
        Padding = Padding.None,
    };

    [Fact]
    public void A_cosine_on_a_bin_has_its_power_in_that_bin()
    {
        var wave = new Waveform([.. Enumerable.Range(0, 16).Select(n => Math.Cos(2 * Math.PI * 2 * n / 8))], 8);
        Matrix power = PowerSpectrogram.Of(wave, Eight);
        Assert.Equal((3, 5), (power.Rows, power.Columns));
        Assert.Equal(16, power[0, 2], 1e-9); // (8/2)²
        Assert.Equal(0, power[0, 1], 1e-9);
    }

    [Fact]
    public void Zero_and_reflection_padding_by_hand()
    {
        var wave = new Waveform([1, 2, 3, 4, 5, 6], 8);
        Matrix zero = PowerSpectrogram.Of(wave, Eight with { Padding = Padding.Zero });
        Matrix reflection = PowerSpectrogram.Of(wave, Eight with { Padding = Padding.Reflection });
        Assert.Equal(2, zero.Rows);
        Assert.Equal(100, zero[0, 0], 1e-9); // (0+0+0+0 + 1+2+3+4)²
        Assert.Equal(576, reflection[0, 0], 1e-9); // (5+4+3+2 + 1+2+3+4)²
    }

    [Fact]
    public void A_short_window_stands_in_the_middle_of_the_transform()
    {
        var impulse = new Waveform([0, 0, 0, 1, 0, 0, 0, 0], 8);
        Matrix inside = PowerSpectrogram.Of(impulse, Eight with { WindowSamples = 2 });
        Assert.Equal(1, inside[0, 0], 1e-12);
        var early = new Waveform([0, 0, 1, 0, 0, 0, 0, 0], 8);
        Assert.Equal(0, PowerSpectrogram.Of(early, Eight with { WindowSamples = 2 })[0, 0], 1e-12);
    }

    [Fact]
    public void A_reflection_longer_than_the_signal_bounces_again()
    {
        Matrix power = PowerSpectrogram.Of(new Waveform([1, 2, 3], 8), Eight with { Padding = Padding.Reflection });
        Assert.Equal(256, power[0, 0], 1e-9); // (1+2+3+2 + 1+2+3 + 2)²
    }

    [Fact]
    public void A_signal_shorter_than_an_unpadded_frame_is_refused() =>
        Assert.Throws<ResearchException>(() => PowerSpectrogram.Of(new Waveform([1, 2], 8), Eight));

    [Fact]
    public void A_window_longer_than_the_transform_is_refused() =>
        Assert.Throws<SettingsException>(() => PowerSpectrogram.Of(new Waveform([1, 2], 8), Eight with { WindowSamples = 9 }));
}
