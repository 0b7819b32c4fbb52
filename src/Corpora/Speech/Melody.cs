using Research.Numerics;

namespace Research.Corpora.Speech;

/// <summary>Fundamental frequency of an utterance: a slope, an arc on each vowel, a slow drift, and a tremor.</summary>
/// <remarks>After the superposition model of Fujisaki (1983): phrase and accent add up in the logarithm of the pitch.</remarks>
internal static class Melody
{
    private const double ArcOctaves = 0.16;
    private const double DriftOctaves = 0.04;
    private const double TremorHz = 6;
    private const double TwoPi = 6.283185307179586;
    private const int Smooth = 60; // milliseconds

    public static double[] Of(
        int steps,
        IReadOnlyList<(Phoneme Sound, int Start, int End)> sounds,
        Voice voice,
        Manner manner,
        Rng rng
    )
    {
        var octaves = new double[steps];
        double level = 0.06 * rng.NextNormal();
        for (int t = 0; t < steps; t++)
        {
            octaves[t] = level + (manner.Rise * (((double)t / steps) - 0.5));
        }

        foreach ((Phoneme sound, int start, int end) in sounds)
        {
            double arc = manner.Range * ArcOctaves * rng.NextDouble(0.3, 1.2) * (sound.IsVowel ? 1 : 0);
            double drift = DriftOctaves * rng.NextNormal();
            for (int t = start; t < end; t++)
            {
                octaves[t] += arc + drift;
            }
        }

        double phase = rng.NextDouble() * TwoPi;
        double[] smooth = Smoothing.Over(octaves, Smooth);
        return
        [
            .. smooth.Select(
                (octave, t) =>
                    voice.PitchHz
                    * manner.Pitch
                    * PortableMath.Pow(2, octave)
                    * (1 + (manner.Tremor * PortableMath.Sin((TwoPi * TremorHz * t * Score.StepSeconds) + phase)))
            ),
        ];
    }
}
