using Research.Numerics;

namespace Research.Corpora.Speech;

/// <summary>A speaker: what stays the same from utterance to utterance.</summary>
/// <param name="Name">Such as "s03".</param>
/// <param name="PitchHz">Usual fundamental frequency.</param>
/// <param name="Tract">Factor on the formants: a tract of usual length has 1, a shorter one more.</param>
/// <param name="Pace">Factor on the speed of speaking.</param>
/// <param name="OpenShare">Part of each period in which the glottis is open.</param>
/// <param name="TiltHz">From here on the source falls by another 6 dB an octave: the higher, the more effort.</param>
/// <param name="Breath">Amplitude of breath in voiced sounds.</param>
/// <param name="Accent">Factors on F1 and F2 of each vowel, by the vowel's name.</param>
/// <param name="ChannelSlope">Slope of the recording's spectrum, −1 to 1: negative is dull.</param>
internal sealed record Voice(
    string Name,
    double PitchHz,
    double Tract,
    double Pace,
    double OpenShare,
    double TiltHz,
    double Breath,
    IReadOnlyDictionary<string, (double F1, double F2)> Accent,
    double ChannelSlope
)
{
    /// <summary>Names of the first speakers.</summary>
    public static IReadOnlyList<string> Names(int speakers) => [.. Enumerable.Range(0, speakers).Select(NameOf)];

    /// <summary>Draws a speaker: every third has a high voice and a short tract.</summary>
    public static Voice Draw(int number, Rng rng)
    {
        bool high = number % 3 == 2;
        double pitch = high ? rng.NextDouble(165, 215) : rng.NextDouble(92, 140);
        double tract = high ? rng.NextDouble(1.06, 1.14) : rng.NextDouble(0.93, 1.05);
        return new(
            NameOf(number),
            pitch,
            tract,
            rng.NextDouble(0.85, 1.2),
            rng.NextDouble(0.5, 0.7),
            rng.NextDouble(1200, 3200),
            rng.NextDouble(0.004, 0.02),
            Accents(rng),
            rng.NextDouble(-0.5, 0.5)
        );
    }

    private static string NameOf(int number) => FormattableString.Invariant($"s{number + 1:00}");

    private static Dictionary<string, (double, double)> Accents(Rng rng)
    {
        string[] vowels = ["IY", "IY2", "IH", "EY", "EH", "AA", "AH", "AO", "OW", "OW2", "UW", "UW2", "AX"];
        return vowels.ToDictionary(vowel => vowel, _ => (1 + (0.05 * rng.NextNormal()), 1 + (0.04 * rng.NextNormal())));
    }
}
