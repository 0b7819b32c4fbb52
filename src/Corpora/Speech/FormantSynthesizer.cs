using Research.Numerics;

namespace Research.Corpora.Speech;

/// <summary>From a score to sound: a glottal source through resonators in a row, and noise of constrictions beside it.</summary>
/// <remarks>After Klatt (1980), JASA 67. It runs at 32 kHz, so that the pulses do not alias, and is brought down at the end.</remarks>
internal static class FormantSynthesizer
{
    public const int RateHz = 32_000;

    private const double HighestHz = 7_500;
    private const int StepSamples = (int)(RateHz * Score.StepSeconds);
    private static readonly double[] Higher = [3500, 4500, 5500, 6500]; // F4 and up, hertz, of a tract of usual length

    /// <summary>The sound at 32 kHz; its voiced parts peak about 1.</summary>
    public static double[] Of(Score score, Voice voice, Manner manner, Rng rng)
    {
        var source = new GlottalSource(voice, manner, RateHz, rng);
        Resonator[] tract =
        [
            .. Enumerable.Range(0, 3 + Higher.Count(f => f * voice.Tract < HighestHz)).Select(_ => new Resonator(RateHz)),
        ];
        for (int k = 3; k < tract.Length; k++)
        {
            tract[k].Tune(Higher[k - 3] * voice.Tract, 150 + (60 * (k - 3)));
        }

        var constriction = new Resonator(RateHz);
        var sound = new double[score.Steps * StepSamples];
        double before = 0;
        for (int t = 0; t < score.Steps; t++)
        {
            tract[0].Tune(score.F1[t], 70 * Math.Sqrt(score.Width[t]));
            tract[1].Tune(score.F2[t], 95 * score.Width[t]);
            tract[2].Tune(score.F3[t], 140 * score.Width[t]);
            constriction.Tune(Math.Min(score.NoiseHz[t] * Math.Sqrt(voice.Tract), HighestHz), score.NoiseWidth[t]);
            double noiseGain = 0.35 * score.Noise[t] / Math.Max(constriction.PeakGain, 1e-6);
            for (int n = 0; n < StepSamples; n++)
            {
                double x = source.Next(score.Pitch[t], score.Voicing[t], score.Breath[t]);
                foreach (Resonator resonator in tract)
                {
                    x = resonator.Next(x);
                }

                double noise = constriction.Next(rng.NextNormal());
                double slope = noise - before; // no noise at low frequencies
                before = noise;
                sound[(t * StepSamples) + n] = x + (noiseGain * ((0.3 * noise) + slope));
            }
        }

        return sound;
    }
}
