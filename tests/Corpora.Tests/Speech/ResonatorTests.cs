using Research.Corpora.Speech;

namespace Research.Corpora.Tests.Speech;

public class ResonatorTests
{
    [Fact]
    public void A_constant_passes_unchanged_and_the_centre_is_louder_than_beside()
    {
        Assert.Equal(1, Gain(0), 1e-6);
        Assert.True(Gain(1000) > 2 * Gain(1300));
        Assert.True(Gain(1000) > 2 * Gain(700));
    }

    [Fact]
    public void The_response_is_half_as_strong_half_a_bandwidth_away()
    {
        double ratio = Gain(1040) / Gain(1000);
        Assert.InRange(ratio * ratio, 0.45, 0.55);
    }

    private static double Gain(double hertz)
    {
        var resonator = new Resonator(32_000);
        resonator.Tune(1000, 80);
        double peak = 0;
        for (int n = 0; n < 20_000; n++)
        {
            double y = resonator.Next(Math.Cos(2 * Math.PI * hertz * n / 32_000));
            peak = n > 16_000 ? Math.Max(peak, Math.Abs(y)) : 0;
        }

        return peak;
    }
}
