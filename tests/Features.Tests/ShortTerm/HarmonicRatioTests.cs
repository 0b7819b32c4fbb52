using System.Text.Json;
using Research.Features.ShortTerm;
using Research.Tests;

namespace Research.Features.Tests.ShortTerm;

public class HarmonicRatioTests
{
    [Fact]
    public void Ratio_and_pitch_of_every_golden_frame_are_numpys()
    {
        foreach (JsonElement item in Golden.Json("harmonic_ratio.json").EnumerateArray())
        {
            double[] frame = item.GetProperty("frame").Numbers();
            int rate = item.GetProperty("rate").GetInt32();
            (double ratio, double hertz) = HarmonicRatio.Of(frame, rate, ShortTermForm.AsPublished);
            string name = item.GetProperty("name").GetString()!;
            Assert.True(
                Math.Abs(item.Number("ratio") - ratio) < 1e-9,
                $"{name}: ratio {ratio}, numpy has {item.Number("ratio")}"
            );
            Assert.True(Math.Abs(item.Number("hertz") - hertz) < 1e-6, $"{name}: {hertz} Hz, numpy has {item.Number("hertz")}");
        }
    }

    [Theory]
    [InlineData(110)]
    [InlineData(200)]
    [InlineData(320)]
    public void The_corrected_form_finds_the_frequency_of_a_tone_to_a_lag(double hertz)
    {
        double[] tone = [.. Enumerable.Range(0, 640).Select(n => Math.Sin(2 * Math.PI * hertz * n / 16_000))];
        (double ratio, double found) = HarmonicRatio.Of(tone, 16_000, ShortTermForm.Corrected);
        Assert.True(ratio > 0.8);
        Assert.InRange(16_000 / found, (16_000 / hertz) - 1, (16_000 / hertz) + 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    public void A_silent_or_tiny_frame_has_no_pitch(int samples)
    {
        foreach (ShortTermForm form in Enum.GetValues<ShortTermForm>())
        {
            Assert.Equal((0, 0), HarmonicRatio.Of(new double[samples], 16_000, form));
        }
    }
}
