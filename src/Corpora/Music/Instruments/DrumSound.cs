using System.Globalization;
using Research.Numerics;

namespace Research.Corpora.Music.Instruments;

/// <summary>What a drum is made of: a skin, whose pitch falls, and noise, with or without lows.</summary>
internal sealed record DrumSound
{
    private const double TwoPi = 6.283185307179586;
    private const double Seconds = 6.9; // fades of e until nothing is heard (-60 dB)

    /// <summary>Pitch of the skin at last.</summary>
    public required double Hertz { get; init; }

    /// <summary>How many times higher it begins.</summary>
    public required double Bend { get; init; }

    /// <summary>Level of the skin.</summary>
    public required double Skin { get; init; }

    /// <summary>The skin falls by e in 1/fade seconds.</summary>
    public required double SkinFade { get; init; }

    /// <summary>Level of the noise.</summary>
    public required double Noise { get; init; }

    public required double NoiseFade { get; init; }

    /// <summary>Share of the noise's lows that is taken away.</summary>
    public required double Bright { get; init; }

    /// <summary>Samples of a drum at full level.</summary>
    /// <param name="key">General MIDI's number.</param>
    public static double[] Of(int key, int sampleRateHz) =>
        For(key).Make(sampleRateHz, Rng.For(1, string.Create(CultureInfo.InvariantCulture, $"drum/{key}")));

    private static DrumSound For(int key) =>
        key switch
        {
            35 or 36 => Drum(52, 2.6, 0.9, 14, 0.05, 120, 0.5),
            37 => Drum(1700, 1, 0.25, 90, 0.25, 110, 0.6),
            38 or 39 or 40 => Drum(190, 1.3, 0.3, 24, 0.5, 19, 0.35),
            41 or 43 or 58 => Drum(85, 1.5, 0.6, 9, 0.06, 60, 0.4),
            45 or 47 => Drum(120, 1.5, 0.55, 10, 0.06, 60, 0.4),
            48 or 50 => Drum(165, 1.4, 0.5, 12, 0.06, 60, 0.4),
            22 or 42 or 44 => Drum(7000, 1, 0, 60, 0.3, 55, 1),
            26 or 46 => Drum(7000, 1, 0, 60, 0.3, 7, 1),
            49 or 52 or 55 or 57 => Drum(3100, 1, 0.03, 4, 0.4, 2.2, 0.9),
            51 or 53 or 59 => Drum(4300, 1, 0.1, 5, 0.16, 4, 1),
            _ => Drum(800, 1, 0.3, 50, 0.1, 80, 0.7),
        };

    private static DrumSound Drum(
        double hertz,
        double bend,
        double skin,
        double skinFade,
        double noise,
        double noiseFade,
        double bright
    ) =>
        new()
        {
            Hertz = hertz,
            Bend = bend,
            Skin = skin,
            SkinFade = skinFade,
            Noise = noise,
            NoiseFade = noiseFade,
            Bright = bright,
        };

    private double[] Make(int rate, Rng rng)
    {
        double slowest = Skin > 0 ? Math.Min(SkinFade, NoiseFade) : NoiseFade;
        var samples = new double[(int)(Seconds / slowest * rate)];
        (double skinKeep, double noiseKeep, double bendKeep) = (Keep(SkinFade, rate), Keep(NoiseFade, rate), Keep(40, rate));
        (double skin, double noise, double bend, double phase, double low) = (Skin, Noise, Bend - 1, 0, 0);
        for (int n = 0; n < samples.Length; n++)
        {
            double white = rng.NextDouble(-1, 1);
            low += 0.3 * (white - low);
            phase += TwoPi * Hertz * (1 + bend) / rate;
            samples[n] = (skin * PortableMath.Sin(phase)) + (noise * (white - (Bright * low)));
            (skin, noise, bend) = (skin * skinKeep, noise * noiseKeep, bend * bendKeep);
        }

        return samples;
    }

    private static double Keep(double fade, int rate) => PortableMath.Exp(-fade / rate);
}
