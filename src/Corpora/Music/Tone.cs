using Research.Numerics;

namespace Research.Corpora.Music;

/// <summary>Tones of one instrument, added to a track.</summary>
internal static class Tone
{
    /// <summary>Of all generated music.</summary>
    public const int SampleRateHz = 22_050;

    private const double TwoPi = 6.283185307179586;
    private const int Rate = SampleRateHz;

    /// <summary>Frequency of a key of the keyboard: 69 is 440 Hz.</summary>
    public static double Hertz(int key) => 440 * PortableMath.Pow(2, (key - 69) / 12.0);

    /// <summary>Adds a tone.</summary>
    /// <param name="track">Where to.</param>
    /// <param name="start">First sample.</param>
    /// <param name="length">Samples; the tone dies away within them.</param>
    /// <param name="brightness">0 is dull, 1 bright.</param>
    public static void Add(
        double[] track,
        Timbre timbre,
        double hertz,
        int start,
        int length,
        double level,
        double brightness,
        Rng rng
    )
    {
        int end = Math.Min(track.Length, start + length);
        if (start >= end)
        {
            return;
        }

        Span<double> place = track.AsSpan(start, end - start);
        switch (timbre)
        {
            case Timbre.Plucked:
                Plucked(place, hertz, level, brightness, rng);
                break;
            case Timbre.Saw:
                Saw(place, hertz, level, brightness);
                break;
            case Timbre.Round:
                Partials(place, hertz, level, [1, 0.15], 0.8, 0.004);
                break;
            case Timbre.Struck:
                Partials(place, hertz, level, [1, 0.5 * brightness, 0.3 * brightness, 0.15 * brightness, 0.08], 2.5, 0.003);
                break;
            default:
                Partials(place, hertz, level, [1, 0.6, 0.45 * brightness, 0.3 * brightness, 0.2 * brightness, 0.1], 0.5, 0.06);
                break;
        }
    }

    // Sines by recurrence, y[n] = 2·cos(w)·y[n−1] − y[n−2], under a rise and an exponential fall.
    private static void Partials(Span<double> place, double hertz, double level, double[] gains, double fall, double riseSeconds)
    {
        int release = Math.Min(place.Length, Rate / 50);
        for (int h = 0; h < gains.Length && (h + 1) * hertz < 0.45 * Rate; h++)
        {
            double angle = TwoPi * (h + 1) * hertz / Rate;
            double turn = 2 * PortableMath.Cos(angle);
            (double before, double now) = (0, PortableMath.Sin(angle));
            double decay = PortableMath.Exp(-fall * (1 + (0.6 * h)) / Rate);
            double gain = level * gains[h];
            for (int n = 0; n < place.Length; n++)
            {
                double rise = Math.Min(1, n / (riseSeconds * Rate));
                double end = Math.Min(1, (double)(place.Length - n) / release);
                place[n] += gain * rise * end * now;
                (before, now) = (now, (turn * now) - before);
                gain *= decay;
            }
        }
    }

    // A loop of noise that is averaged at each turn (Karplus and Strong, 1983, Computer Music Journal 7): the mean of two samples shortens it by
    // half a sample, and a share of the next mean by what else the period lacks of a whole number.
    private static void Plucked(Span<double> place, double hertz, double level, double brightness, Rng rng)
    {
        double period = Rate / hertz;
        var loop = new double[(int)Math.Ceiling(period + 0.5)];
        double share = loop.Length - 0.5 - period;
        double low = 0;
        for (int k = 0; k < loop.Length; k++)
        {
            low += (0.3 + (0.6 * brightness)) * (rng.NextDouble(-1, 1) - low);
            loop[k] = low;
        }

        int at = 0;
        int release = Math.Min(place.Length, Rate / 50);
        for (int n = 0; n < place.Length; n++)
        {
            int next = (at + 1) % loop.Length;
            int beyond = (at + 2) % loop.Length;
            place[n] += level * 1.6 * loop[at] * Math.Min(1, (double)(place.Length - n) / release);
            double mean = 0.5 * (loop[at] + loop[next]);
            loop[at] = 0.996 * (mean + (share * ((0.5 * (loop[next] + loop[beyond])) - mean)));
            at = next;
        }
    }

    // A sawtooth whose jump is rounded over one sample, through two poles that close.
    private static void Saw(Span<double> place, double hertz, double level, double brightness)
    {
        double step = hertz / Rate;
        double phase = 0.5;
        (double first, double second) = (0, 0);
        int release = Math.Min(place.Length, Rate / 50);
        double open = 0.12 + (0.5 * brightness);
        for (int n = 0; n < place.Length; n++)
        {
            phase += step;
            phase -= phase >= 1 ? 1 : 0;
            double saw = (2 * phase) - 1 - Rounding(phase, step);
            double pole = open * (0.35 + (0.65 * (1 - ((double)n / place.Length))));
            first += pole * (saw - first);
            second += pole * (first - second);
            place[n] += level * 0.7 * second * Math.Min(1, n / 60.0) * Math.Min(1, (double)(place.Length - n) / release);
        }
    }

    private static double Rounding(double phase, double step)
    {
        double x =
            phase < step ? phase / step
            : phase > 1 - step ? (phase - 1) / step
            : 0;
        return phase < step ? x + x - (x * x) - 1
            : phase > 1 - step ? (x * x) + x + x + 1
            : 0;
    }
}
