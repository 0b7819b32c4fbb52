using Research.Data;
using Research.Numerics;

namespace Research.Tests;

/// <summary>Two tones, one of them beating, and a chirp: what make_musicnn.py hears too.</summary>
internal static class Chirp
{
    public const int SampleRateHz = 16_000;

    public static Waveform Of(int samples) => new([.. Enumerable.Range(0, samples).Select(Sample)], SampleRateHz);

    private static double Sample(int n)
    {
        double t = n / (double)SampleRateHz;
        double beating = 0.2 * Sine(554 * t) * (1 + Sine(3 * t)) / 2;
        return (0.3 * Sine(220 * t)) + beating + (0.1 * Sine(3000 * t * t));
    }

    private static double Sine(double turns) => PortableMath.Sin(2 * Math.PI * turns);
}
