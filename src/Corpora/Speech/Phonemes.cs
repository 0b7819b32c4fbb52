namespace Research.Corpora.Speech;

/// <summary>The sounds that the synthesiser knows.</summary>
/// <remarks>
/// Vowels near the means of men in Peterson and Barney (1952), JASA 24; consonants near the loci of Klatt (1980), "Software for a cascade/parallel
/// formant synthesizer", JASA 67, table III; lengths in the range of Klatt (1976), JASA 59. Rounded, and settled by listening.
/// </remarks>
internal static class Phonemes
{
    private static readonly Dictionary<string, Phoneme> All = new Phoneme[]
    {
        Vowel("IY", 0.20, 290, 2200, 2900),
        Vowel("IY2", 0.10, 340, 2050, 2700),
        Vowel("IH", 0.09, 410, 1900, 2550),
        Vowel("EY", 0.10, 480, 1850, 2550),
        Vowel("EH", 0.10, 550, 1780, 2500),
        Vowel("AA", 0.14, 720, 1180, 2450),
        Vowel("AH", 0.13, 640, 1190, 2400),
        Vowel("AO", 0.17, 560, 860, 2400),
        Vowel("OW", 0.10, 520, 1000, 2350),
        Vowel("OW2", 0.11, 400, 820, 2300),
        Vowel("UW", 0.11, 330, 1350, 2250),
        Vowel("UW2", 0.11, 310, 950, 2200),
        Vowel("AX", 0.07, 500, 1450, 2450),
        new("W", 0.10, 300, 620, 2200, 0.7),
        new("R", 0.08, 330, 1150, 1550, 0.6),
        new("R2", 0.10, 430, 1250, 1600, 0.7),
        new("L", 0.07, 340, 1050, 2700, 0.6),
        new("Y", 0.06, 270, 2200, 3000, 0.6),
        new("N", 0.13, 260, 1700, 2400, 0.9, WidthFactor: 6),
        new("M", 0.09, 250, 1000, 2200, 0.6, WidthFactor: 6),
        new("V", 0.06, 260, 1100, 2150, 0.30, 0, 0.05, 2600, 2500, 1.6),
        new("Z", 0.09, 270, 1550, 2550, 0.28, 0, 0.30, 4300, 1600, 1.6),
        new("F", 0.10, 340, 1100, 2100, 0, 0.01, 0.09, 2700, 4200),
        new("TH", 0.09, 330, 1350, 2550, 0, 0.01, 0.08, 3300, 4000),
        new("S", 0.12, 330, 1550, 2600, 0, 0.005, 0.55, 4600, 1500),
        new("SH", 0.11, 320, 1800, 2500, 0, 0.01, 0.45, 2700, 1100),
        new("T0", 0.05, 340, 1700, 2600, 0), // closure
        new("T1", 0.015, 340, 1700, 2600, 0, 0.06, 0.55, 3700, 1500), // burst
        new("T2", 0.045, 380, 1650, 2550, 0.05, 0.20, 0.10, 3700, 1800), // breath before the vowel
        new("K0", 0.06, 320, 1950, 2400, 0),
        new("K1", 0.02, 320, 1950, 2400, 0, 0.08, 0.45, 2100, 700),
        new("D0", 0.05, 270, 1650, 2600, 0.10, WidthFactor: 2),
        new("D1", 0.012, 330, 1650, 2600, 0.2, 0.03, 0.30, 3500, 1700),
        new("B0", 0.05, 250, 1000, 2200, 0.10, WidthFactor: 2),
        new("B1", 0.010, 300, 1050, 2200, 0.2, 0.03, 0.12, 1200, 1500),
    }.ToDictionary(phoneme => phoneme.Name);

    public static Phoneme Named(string name) => All[name];

    /// <summary>The sounds of a text such as "S EH V AX N".</summary>
    public static Phoneme[] Read(string text) => [.. text.Split(' ').Select(Named)];

    private static Phoneme Vowel(string name, double seconds, double f1, double f2, double f3) =>
        new(name, seconds, f1, f2, f3, 1) { IsVowel = true };
}
