using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Tests.Spectral;

public class MelFilterbankTests
{
    // Below 1 kHz Slaney's mel is linear: three bands from 0 to 800 Hz have their peaks at 200, 400 and 600 Hz. Bins of 100 Hz.
    private static readonly MelSettings Linear = MelSettings.Librosa(1600, 16, 8) with
    {
        Bands = 3,
        HighestHz = 800,
        Area = MelArea.Peak,
    };

    [Fact]
    public void Triangles_by_hand()
    {
        MelFilterbank bank = MelFilterbank.For(Linear, 1600);
        Assert.Equal(3, bank.Bands);
        AssertBand([0, 0.5, 1, 0.5, 0, 0, 0, 0, 0], bank, 0);
        AssertBand([0, 0, 0, 0.5, 1, 0.5, 0, 0, 0], bank, 1);
        AssertBand([0, 0, 0, 0, 0, 0.5, 1, 0.5, 0], bank, 2);
    }

    [Fact]
    public void Of_unit_area_a_triangle_is_as_high_as_2_over_its_width()
    {
        MelFilterbank bank = MelFilterbank.For(Linear with { Area = MelArea.Unit }, 1600);
        Assert.Equal(2.0 / 400, bank.Weight(1, 4), 1e-15);
    }

    [Fact]
    public void A_band_above_half_the_sample_rate_is_empty_and_its_energy_0()
    {
        MelFilterbank bank = MelFilterbank.For(Linear with { LowestHz = 900, HighestHz = 990 }, 1600);
        AssertBand(new double[9], bank, 2);
        var wave = new Research.Data.Waveform([.. Enumerable.Range(0, 64).Select(n => Math.Sin(n))], 1600);
        Assert.All(
            MelSpectrogram.Of(wave, Linear with { LowestHz = 900, HighestHz = 990 }).Values.ToArray(),
            value => Assert.Equal(0, value)
        );
    }

    [Theory]
    [InlineData(0, 0, 800, "0 mel bands from 0 to 800 Hz")]
    [InlineData(16_385, 0, 800, "16385 mel bands from 0 to 800 Hz")]
    [InlineData(3, -1, 800, "3 mel bands from -1 to 800 Hz")]
    [InlineData(3, 800, 800, "3 mel bands from 800 to 800 Hz")]
    [InlineData(3, double.NaN, 800, "3 mel bands from NaN to 800 Hz")]
    public void Bands_that_cannot_be_are_refused_with_what_is_needed(int bands, double lowest, double highest, string seen)
    {
        MelSettings settings = Linear with { Bands = bands, LowestHz = lowest, HighestHz = highest };
        string said = Assert.Throws<SettingsException>(() => MelFilterbank.For(settings, 1600)).Message;
        Assert.Equal($"{seen}: 1 to 16384 bands and 0 ≤ lowest < highest are needed.", said);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16_384, 16_384)]
    public void The_fewest_and_the_most_bands_are_made(int bands, int expected) =>
        Assert.Equal(expected, MelFilterbank.For(Linear with { Bands = bands }, 1600).Bands);

    [Fact]
    public void A_bank_is_made_once()
    {
        Assert.Same(MelFilterbank.For(Linear, 1600), MelFilterbank.For(Linear with { }, 1600));
        Assert.NotSame(MelFilterbank.For(Linear, 1600), MelFilterbank.For(Linear, 1500));
    }

    private static void AssertBand(double[] expected, MelFilterbank bank, int band) =>
        Assert.All(
            expected.Select((weight, bin) => (weight, bin)),
            one => Assert.Equal(one.weight, bank.Weight(band, one.bin), 1e-12)
        );
}
