using Research.Features.Spectral;
using Research.Features.Voice;
using Research.Pipeline;

namespace Research.Experiments.Digits;

/// <summary>Settings of the reports' preparation, steps 1 to 6, on the course's recordings.</summary>
internal static class DigitsPreparation
{
    private const string First = "digits-1";
    private const string Second = "digits-2";

    /// <summary>On synthetic speech: three words of a low and of a high voice, and digits by speakers who are there.</summary>
    public static IReadOnlyList<Experiment> Quick =>
        [
            Vowels with
            {
                Data = [Datasets.SyntheticCourse],
                Clips = ["1_s01_0", "2_s01_0", "3_s01_0", "1_s03_0", "2_s03_0", "3_s03_0"],
                Marks = [],
                Published = [],
            },
            Histograms with
            {
                Data = [Datasets.SyntheticCourse],
            },
            FeatureCorrelation with
            {
                Data = [Datasets.SyntheticCourse],
                Utterances =
                [
                    new(First, "7", "s01", Digits1Frames),
                    new(First, "9", "s02", Digits1Frames),
                    new(Second, "8", "s08", Reflected),
                    new(Second, "5", "s13", Reflected),
                ],
            },
            UtteranceVectors with
            {
                Data = [Datasets.SyntheticCourse],
            },
            Pca with
            {
                Data = [Datasets.SyntheticCourse],
            },
        ];

    // librosa before 0.9 mirrored the signal at its ends, and the course's figures come from there.
    public static Frames Reflected => Frames.Reported(13) with { Padding = Padding.Reflection };

    /// <summary>digits-1 left the transform's length at librosa's 2,048 points.</summary>
    public static Frames Digits1Frames => Reflected with { FftLength = 2048 };

    public static Vowels Vowels =>
        new()
        {
            Data = [Datasets.NtuaPhrases],
            Seeds = [],
            Clips = ["onetwothree1", "onetwothree8"],
            Marks = PublishedVowels.All,
            Published = PublishedVowels.Values(Studies.ClaimsOf("Digits")),
            SlipSeconds = 0.010,
            Agreement = 0.01,
            Slips = 5,
            Pitch = PitchSettings.Praat,
            CeilingHz = 5500,
        };

    public static Histograms Histograms =>
        new()
        {
            Data = [Datasets.NtuaDigits],
            Seeds = [],
            Pairs = [new(First, "7", "9", Digits1Frames), new(Second, "8", "5", Reflected)],
            Bins = 8,
        };

    public static FeatureCorrelation FeatureCorrelation =>
        new()
        {
            Data = [Datasets.NtuaDigits],
            Seeds = [],
            Utterances =
            [
                new(First, "7", "1", Digits1Frames),
                new(First, "7", "2", Digits1Frames),
                new(First, "9", "1", Digits1Frames),
                new(First, "9", "2", Digits1Frames),
                new(Second, "8", "8", Reflected),
                new(Second, "8", "13", Reflected),
                new(Second, "5", "8", Reflected),
                new(Second, "5", "13", Reflected),
            ],
        };

    public static UtteranceVectors UtteranceVectors =>
        new()
        {
            Data = [Datasets.NtuaDigits],
            Seeds = [],
            Sources = [Published1, Published2, Corrected],
        };

    public static Pca Pca =>
        new()
        {
            Data = [Datasets.NtuaDigits],
            Seeds = [],
            Sources =
            [
                new()
                {
                    Vectors = Published1,
                    Standardised = false,
                    RatioClaims = ["digits-1-026", "digits-1-027", "digits-1-028"],
                },
                new()
                {
                    Vectors = Published2,
                    Standardised = false,
                    CumulativeClaims = ["digits-2-033", "digits-2-034"],
                    EnoughClaim = "digits-2-035",
                },
                new() { Vectors = Corrected, Standardised = false },
                new() { Vectors = Corrected, Standardised = true },
            ],
            EnoughVariance = 0.95,
        };

    private static VectorSource Published1 => new("digits-1 as published", Digits1Frames, VectorForm.JoinedAlongTime);

    private static VectorSource Published2 => new("digits-2 as published", Reflected, VectorForm.AcrossCoefficients);

    private static VectorSource Corrected => new("corrected", Reflected, VectorForm.OverTime);
}
