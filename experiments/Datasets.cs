using Research.Pipeline;

namespace Research.Experiments;

/// <summary>Every dataset that an experiment can name.</summary>
public static class Datasets
{
    /// <summary>3,000 recordings of ten digits by six speakers, 8 kHz, with a published split.</summary>
    public static DatasetRef Fsdd { get; } = new PinnedDataset("fsdd", Research.Data.Digits.Fsdd.Read);

    /// <summary>133 recordings of nine digits by fifteen speakers, 16 kHz, without a published split.</summary>
    public static DatasetRef NtuaDigits { get; } = new PinnedDataset("ntua-digits", Research.Data.Digits.NtuaDigits.Read);

    /// <summary>The phrase "one two three" by two of the course's speakers.</summary>
    public static DatasetRef NtuaPhrases { get; } = new PinnedDataset("ntua-phrases", Research.Data.Digits.NtuaPhrases.Read);

    /// <summary>Synthesised: ten digits, twelve speakers, five takes, with a split; stands where FSDD stands.</summary>
    public static GeneratedDataset SyntheticDigits { get; } =
        new(
            "synthetic-digits",
            () => Corpora.SyntheticDigits.Make("synthetic-digits", 1, 8000, 12, [.. Enumerable.Range(0, 10)], 5)
        );

    /// <summary>Synthesised: nine digits, fifteen speakers, one take each; stands where the course recordings stand.</summary>
    public static GeneratedDataset SyntheticCourse { get; } =
        new(
            "synthetic-digits-course",
            () => Corpora.SyntheticDigits.Make("synthetic-digits-course", 2, 16_000, 15, [.. Enumerable.Range(1, 9)], 1)
        );

    /// <summary>Synthesised sentences: six emotions, ten speakers, eight sentences.</summary>
    public static GeneratedDataset SyntheticSpeechEmotion { get; } =
        new("synthetic-speech-emotion", () => Corpora.SyntheticSpeechEmotion.Make("synthetic-speech-emotion", 1, 10, 8));

    /// <summary>Generated music: ten genres, thirty pieces of ten seconds each.</summary>
    public static GeneratedDataset SyntheticMusic { get; } =
        new("synthetic-music", () => Corpora.SyntheticMusic.Make("synthetic-music", 1, 30, 10));

    /// <summary>Every dataset that code makes.</summary>
    public static IReadOnlyList<GeneratedDataset> Generated =>
        [SyntheticDigits, SyntheticCourse, SyntheticSpeechEmotion, SyntheticMusic];
}
