using Research.Data;
using Research.Numerics;

namespace Research.Features.Tests.Voice;

/// <summary>The vowel of golden praat_pitch_formants.json, by the formula that stands in it.</summary>
internal static class SyntheticVowel
{
    private const int Rate = 8000;

    public static Waveform Make()
    {
        var samples = new double[Rate];
        for (int k = 0; k < 120; k++)
        {
            int place = (int)Math.Round(k / 120.0 * Rate);
            samples[place] = 1;
        }

        foreach ((double hertz, double width) in new[] { (700.0, 80.0), (1200, 90), (2600, 120), (3400, 200) })
        {
            Resonate(samples, hertz, width);
        }

        double peak = samples.Max(Math.Abs);
        return new Waveform([.. samples.Select(x => Math.Round(0.9 * x / peak * 32767) / 32768)], Rate);
    }

    private static void Resonate(double[] samples, double hertz, double width)
    {
        double r = PortableMath.Exp(-Math.PI * width / Rate);
        double b = 2 * r * PortableMath.Cos(2 * Math.PI * hertz / Rate);
        double gain = 1 - b + (r * r);
        (double before, double beforeThat) = (0, 0);
        for (int n = 0; n < samples.Length; n++)
        {
            samples[n] = (gain * samples[n]) + (b * before) - (r * r * beforeThat);
            (before, beforeThat) = (samples[n], before);
        }
    }
}
