namespace Research.Experiments.Digits;

/// <summary>Where both reports' vowels lie in the recordings.</summary>
/// <remarks>
/// The reports do not say where they marked. These marks, and Praat's ceilings, were found by search for the published values (golden vowel_intervals.json). At most of them Praat
/// gives the published values within a quarter of a per cent, at the woman's vowels of digits-2 within one, and at her 'u' of 'one' none was found nearer than three.
/// </remarks>
internal static class PublishedVowels
{
    private const string Male = "speaker 1 (male)";
    private const string Female = "speaker 8 (female)";

    public static IReadOnlyList<VowelMark> All { get; } =
    [
        First(Male, "a", 0.165, 0.446),
        First(Male, "u", 1.112, 1.304),
        First(Male, "i", 1.859, 2.126),
        First(Female, "a", 0.111, 0.471),
        First(Female, "u", 0.861, 1.186),
        First(Female, "i", 1.691, 2.037),
        Second(Male, "u (one)", 0.108, 0.284, 5000),
        Second(Male, "a", 0.236, 0.386, 5000),
        Second(Male, "u (two)", 1.058, 1.247, 5000),
        Second(Male, "e", 1.902, 2.08, 5000),
        Second(Female, "u (one)", 0.1, 0.192, 5500),
        Second(Female, "a", 0.128, 0.309, 5000),
        Second(Female, "u (two)", 0.891, 1.167, 5000),
        Second(Female, "e", 1.721, 2.036, 5500),
    ];

    // digits-1 left Praat's ceiling at 5,500 Hz for both speakers.
    private static VowelMark First(string speaker, string vowel, double from, double to) =>
        new("digits-1", ItemOf(speaker), speaker, vowel, from, to, 5500);

    private static VowelMark Second(string speaker, string vowel, double from, double to, double ceiling) =>
        new("digits-2", ItemOf(speaker), speaker, vowel, from, to, ceiling);

    private static string ItemOf(string speaker) => speaker == Male ? "onetwothree1" : "onetwothree8";

    /// <summary>The published values by the vowel's name as the code finds it.</summary>
    public static IReadOnlyList<PublishedVowel> Values(ClaimBook claims) =>
        [
            .. All.Select(mark => new PublishedVowel(
                mark.Document,
                mark.Recording,
                NameWhenFound(mark.Vowel),
                [.. VoiceTracks.Quantities.Select(quantity => claims.Find(KeyOf(mark, quantity))!.Value)]
            )),
        ];

    /// <summary>What a published value of a marked vowel is about.</summary>
    public static ClaimKey KeyOf(VowelMark mark, string quantity) =>
        new()
        {
            Document = mark.Document,
            Experiment = "vowels",
            Dataset = "onetwothree",
            Model = "praat",
            Variant = mark.Speaker,
            Quantity = quantity,
            Class = mark.Vowel,
        };

    // digits-1 has one 'u', that of 'two'; digits-2 writes 'e' for the vowel of 'three'.
    private static string NameWhenFound(string vowel) =>
        vowel switch
        {
            "u" => "u (two)",
            "e" => "i",
            _ => vowel,
        };
}

/// <summary>Mean pitch, F1, F2 and F3 of a vowel as a document published them, hertz.</summary>
internal sealed record PublishedVowel(string Document, string Recording, string Vowel, IReadOnlyList<double> Values);
