using Research.Numerics;

namespace Research.Corpora.Music;

/// <summary>Drums of noise and falling sines.</summary>
internal static class Drums
{
    private const double TwoPi = 6.283185307179586;
    private const int Rate = Tone.SampleRateHz;

    /// <summary>A sine that falls from 120 to 48 Hz.</summary>
    public static void Kick(double[] track, int start, double level)
    {
        int end = Math.Min(track.Length, start + (Rate / 4));
        double phase = 0;
        double gain = level;
        double hertz = 120;
        for (int n = start; n < end; n++)
        {
            phase += TwoPi * hertz / Rate;
            track[n] += gain * PortableMath.Sin(phase);
            hertz = 48 + ((hertz - 48) * 0.9988);
            gain *= 0.99945;
        }
    }

    /// <summary>Noise with a tone at 190 Hz.</summary>
    public static void Snare(double[] track, int start, double level, Rng rng)
    {
        int end = Math.Min(track.Length, start + (Rate / 6));
        double gain = level;
        double low = 0;
        for (int n = start; n < end; n++)
        {
            low += 0.45 * (rng.NextDouble(-1, 1) - low);
            track[n] += gain * (low + (0.4 * PortableMath.Sin(TwoPi * 190 * (n - start) / Rate)));
            gain *= 0.9987;
        }
    }

    /// <summary>Noise without lows.</summary>
    public static void Hat(double[] track, int start, double level, Rng rng)
    {
        int end = Math.Min(track.Length, start + (Rate / 14));
        double gain = level;
        double before = 0;
        for (int n = start; n < end; n++)
        {
            double noise = rng.NextDouble(-1, 1);
            track[n] += gain * 0.5 * (noise - before);
            before = noise;
            gain *= 0.9965;
        }
    }
}
