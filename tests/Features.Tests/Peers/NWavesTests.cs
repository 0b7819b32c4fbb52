using NWaves.Filters.Fda;
using NWaves.Transforms;
using NWaves.Utils;
using Research.Features.Cepstral;
using Research.Features.Spectral;
using Research.Numerics;
using Matrix = Research.Numerics.Matrix;

namespace Research.Features.Tests.Peers;

/// <summary>What NWaves and librosa define alike, NWaves and we compute alike, to what float32 can tell (ADR 25).</summary>
public class NWavesTests
{
    private const int Rate = 8_000;
    private const int Bands = 40;
    private const int FftSize = 256;
    private const double Single = 2e-6; // a few units in the last place of a float32

    [Theory]
    [InlineData(60)]
    [InlineData(999)]
    [InlineData(3_500)]
    public void The_mel_scales_are_the_same(double hertz)
    {
        Assert.Equal(Scale.HerzToMelSlaney(hertz), MelFrequency.FromHertz(hertz, MelScale.Slaney), 1e-9);
        double htk = MelFrequency.FromHertz(hertz, MelScale.Htk);
        Assert.Equal(Scale.HerzToMel(hertz), htk, 1e-5 * htk); // they write 1127 for 2595/ln 10
    }

    [Fact]
    public void Slaney_s_filters_are_the_same()
    {
        var settings = MelSettings.Librosa(Rate, FftSize, 80) with { Bands = Bands };
        var ours = MelFilterbank.For(settings, Rate);
        float[][] theirs = FilterBanks.MelBankSlaney(Bands, FftSize, Rate);
        for (int band = 0; band < Bands; band++)
        {
            for (int bin = 0; bin <= FftSize / 2; bin++)
            {
                Assert.Equal(theirs[band][bin], ours.Weight(band, bin), Single);
            }
        }
    }

    [Fact]
    public void The_orthonormal_cosine_transform_is_the_same()
    {
        Rng rng = Rng.For(1, "tests/nwaves");
        float[] input = [.. Enumerable.Range(0, Bands).Select(_ => (float)rng.NextNormal())];
        var theirs = new float[Bands];
        new Dct2(Bands).DirectNorm(input, theirs);
        Matrix ours = Dct.Plan(Bands, Bands).Of(Matrix.OfRows([Array.ConvertAll(input, value => (double)value)]));
        Assert.All(theirs.Select((value, k) => (value, k)), pair => Assert.Equal(pair.value, ours[0, pair.k], 10 * Single));
    }
}
