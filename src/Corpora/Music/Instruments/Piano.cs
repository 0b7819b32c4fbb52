using Research.Numerics;

namespace Research.Corpora.Music.Instruments;

/// <summary>A piano: each key two strings, slightly apart, as sums of damped partials, and the thump of its hammer.</summary>
/// <remarks>
/// A stiff string's partials lie at f[n] = n·f·√(1 + B·n²) and decay the faster the higher they are; two strings that are not quite in tune give the beats and the slow
/// after-sound (Weinreich, 1977, JASA 62, 1474-1484; Fletcher and Rossing, The Physics of Musical Instruments, ch. 12). A harder stroke is louder and brighter. What is damped dies
/// within a fifth of a second, but for the highest keys, which have no damper. The constants are ours, chosen by ear and eye; it is nobody's piano.
/// </remarks>
/// <param name="sampleRateHz">Samples a second.</param>
internal sealed class Piano(int sampleRateHz)
{
    private const int Strings = 2;
    private const int MostPartials = 20;
    private const int HighestDamped = 89; // F6
    private const double Inaudible = 1e-5; // of the loudest
    private const double TwoPi = 6.283185307179586;

    /// <summary>Adds a tone.</summary>
    /// <param name="track">From the stroke on; what lies beyond its end is left out.</param>
    /// <param name="key">MIDI's number, 69 is 440 Hz.</param>
    /// <param name="velocity">1 to 127.</param>
    /// <param name="seconds">From the stroke to the damper.</param>
    public void Add(Span<double> track, int key, int velocity, double seconds)
    {
        double hertz = 440 * PortableMath.Pow(2, (key - 69) / 12.0);
        double force = velocity / 127.0;
        var oscillators = new DampedOscillators(sampleRateHz);
        for (int n = 1; n <= MostPartials; n++)
        {
            double partial = n * hertz * Math.Sqrt(1 + (Stiffness(key) * n * n));
            if (partial < 0.45 * sampleRateHz)
            {
                AddPartial(oscillators, partial, Level(n, hertz, force), key);
            }
        }

        double thump = 0.012 * force * force;
        oscillators.Add(TwoPi * 82, thump, 45);
        oscillators.Add(TwoPi * 191, 0.6 * thump, 70);
        double damper = key > HighestDamped ? 0 : 18 + (0.4 * Math.Max(0, key - 40));
        oscillators.AddTo(track, Loudness(force), 0.001 + (0.004 * (1 - force)), seconds, damper, Inaudible);
    }

    // The first string sounds and fades at once; the second, a little flat, goes on.
    private static void AddPartial(DampedOscillators oscillators, double hertz, double level, int key)
    {
        double fade = (0.35 * PortableMath.Pow(2, (key - 60) / 17.0)) + (1.2e-7 * hertz * hertz);
        oscillators.Add(TwoPi * hertz, 0.7 * level, (Strings + 1.5) * fade);
        oscillators.Add(TwoPi * hertz * 0.9997, 0.3 * level, fade);
    }

    // The hammer strikes an eighth from the end, where the eighth partial has a node, and is too soft for what is far above its cutoff.
    private static double Level(int n, double hertz, double force)
    {
        double struck = Math.Abs(PortableMath.Sin(TwoPi * n / 16)) + 0.05;
        double cutoff = 500 + (3_200 * force * force) + hertz;
        return struck / n * PortableMath.Exp(-n * hertz / cutoff);
    }

    private static double Loudness(double force) => 0.15 * force * Math.Sqrt(force);

    // B of Fletcher and Rossing's figure 12.7, roughly: least in the middle of the bass, rising to both ends.
    private static double Stiffness(int key) =>
        (3.5e-4 * PortableMath.Pow(2, (key - 60) / 8.5)) + (1e-4 * PortableMath.Pow(2, (40 - key) / 14.0));
}
