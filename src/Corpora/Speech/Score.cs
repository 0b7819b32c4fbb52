using Research.Numerics;

namespace Research.Corpora.Speech;

/// <summary>The synthesiser's parameters over time, one a millisecond, with what becomes truth.</summary>
internal sealed class Score
{
    public const double StepSeconds = 0.001;

    private const int FormantSmoothing = 70; // milliseconds over which neighbouring sounds meet
    private const int LevelSmoothing = 18;
    private const int NoiseSmoothing = 10;
    private const double SilenceSeconds = 0.03;
    private const double NeutralF1 = 500; // of a tube of even width, 17 cm long
    private const double NeutralF2 = 1500;
    private readonly List<(Phoneme Sound, int Start, int End)> _sounds = [];

    public Score(IReadOnlyList<Phoneme> sounds, Voice voice, Manner manner, Rng rng)
    {
        double care = manner.Carelessness;
        int at = Milliseconds(SilenceSeconds * rng.NextDouble(0.6, 1.6));
        foreach (Phoneme sound in sounds)
        {
            double seconds = sound.Seconds * rng.NextDouble(1 - care, 1 + (1.3 * care)) / (voice.Pace * manner.Pace);
            int end = at + Math.Max(8, Milliseconds(seconds));
            _sounds.Add((sound, at, end));
            at = end;
        }

        Steps = at + Milliseconds(SilenceSeconds * rng.NextDouble(0.6, 1.6));
        (double F1, double F2)[] takes = [.. _sounds.Select(_ => (Slip(care, rng), Slip(care, rng)))];
        double reduction = care * rng.NextDouble(0, 1.4);
        F1 = Formant(i => voice.Tract * takes[i].F1 * Reduced(Target(i).F1 * Accent(voice, i).F1, NeutralF1, reduction));
        F2 = Formant(i => voice.Tract * takes[i].F2 * Reduced(Target(i).F2 * Accent(voice, i).F2, NeutralF2, reduction));
        F3 = Formant(i => voice.Tract * Target(i).F3);
        double friction = PortableMath.Exp(1.5 * care * rng.NextNormal());
        Width = Smoothed(i => Target(i).WidthFactor, 1, LevelSmoothing);
        Voicing = Smoothed(i => Target(i).Voice, 0, LevelSmoothing);
        Breath = Smoothed(i => Target(i).Breath, 0, NoiseSmoothing);
        Noise = Smoothed(i => friction * Target(i).Noise, 0, NoiseSmoothing);
        NoiseHz = Formant(i => Target(i).NoiseHz);
        NoiseWidth = Formant(i => Target(i).NoiseWidthHz);
        Pitch = Melody.Of(Steps, _sounds, voice, manner, rng);
    }

    /// <summary>Milliseconds.</summary>
    public int Steps { get; }

    public double[] F1 { get; }

    public double[] F2 { get; }

    public double[] F3 { get; }

    /// <summary>Factor on the bandwidths.</summary>
    public double[] Width { get; }

    public double[] Voicing { get; }

    public double[] Breath { get; }

    public double[] Noise { get; }

    public double[] NoiseHz { get; }

    public double[] NoiseWidth { get; }

    /// <summary>Fundamental frequency, hertz.</summary>
    public double[] Pitch { get; }

    /// <summary>Every vowel with the means of its pitch and formants.</summary>
    public IEnumerable<Data.Mark> Vowels() =>
        _sounds
            .Where(item => item.Sound.IsVowel)
            .Select(item => new Data.Mark(
                item.Sound.Name,
                item.Start * StepSeconds,
                item.End * StepSeconds,
                new Dictionary<string, double>
                {
                    ["f0"] = Mean(Pitch, item.Start, item.End),
                    ["F1"] = Mean(F1, item.Start, item.End),
                    ["F2"] = Mean(F2, item.Start, item.End),
                    ["F3"] = Mean(F3, item.Start, item.End),
                }
            ));

    // No two takes of a sound are alike.
    private static double Slip(double care, Rng rng) => 1 + (0.2 * care * rng.NextNormal());

    // Careless speech stays near the tract's rest.
    private static double Reduced(double target, double rest, double share) => target + (Math.Min(share, 0.8) * (rest - target));

    private Phoneme Target(int i) => _sounds[i].Sound;

    private (double F1, double F2) Accent(Voice voice, int i) => voice.Accent.GetValueOrDefault(Target(i).Name, (1, 1));

    // The tract is where the first sound needs it before the utterance, and stays where the last one left it.
    private double[] Formant(Func<int, double> target) => Smoothed(target, null, FormantSmoothing);

    private double[] Smoothed(Func<int, double> target, double? outside, int milliseconds)
    {
        var steps = new double[Steps];
        Array.Fill(steps, outside ?? target(0), 0, _sounds[0].Start);
        for (int i = 0; i < _sounds.Count; i++)
        {
            Array.Fill(steps, target(i), _sounds[i].Start, _sounds[i].End - _sounds[i].Start);
        }

        int end = _sounds[^1].End;
        Array.Fill(steps, outside ?? target(_sounds.Count - 1), end, Steps - end);
        return Smoothing.Over(steps, milliseconds);
    }

    private static double Mean(double[] values, int start, int end) => OrderedSum.Mean(values.AsSpan(start, end - start));

    private static int Milliseconds(double seconds) => (int)Math.Round(seconds / StepSeconds);
}
