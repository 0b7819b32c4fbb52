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

    /// <summary>339 German utterances in four emotions by ten actors, 16 kHz: what can be had of EMO-DB.</summary>
    public static DatasetRef EmoDb4 { get; } = new PinnedDataset("emodb-4", Research.Data.SpeechEmotion.EmoDb.Read);

    /// <summary>All of EMO-DB: 535 utterances in seven emotions. For experiments of your own; it must be downloaded.</summary>
    public static DatasetRef EmoDb { get; } = new PinnedDataset("emodb", Research.Data.SpeechEmotion.EmoDb.Read);

    /// <summary>1,057 Polish utterances in six emotions by nine actors, 24 kHz: a stated part of nEMO.</summary>
    public static DatasetRef Nemo1057 { get; } = new PinnedDataset("nemo-1057", Research.Data.SpeechEmotion.Nemo.Read);

    /// <summary>ShEMO, the women: Persian, six emotions, 44.1 kHz. It must be downloaded.</summary>
    public static DatasetRef ShemoFemale { get; } = new PinnedDataset("shemo-female", Research.Data.SpeechEmotion.Shemo.Read);

    /// <summary>ShEMO, the men.</summary>
    public static DatasetRef ShemoMale { get; } = new PinnedDataset("shemo-male", Research.Data.SpeechEmotion.Shemo.Read);

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

    /// <summary>Synthesised sentences as those, by four other speakers: what another corpus is to a first one.</summary>
    public static GeneratedDataset SyntheticSpeechEmotionOther { get; } =
        new(
            "synthetic-speech-emotion-other",
            () => Corpora.SyntheticSpeechEmotion.Make("synthetic-speech-emotion-other", 2, 4, 4)
        );

    /// <summary>Generated music: ten genres, thirty pieces of ten seconds each.</summary>
    public static GeneratedDataset SyntheticMusic { get; } =
        new("synthetic-music", () => Corpora.SyntheticMusic.Make("synthetic-music", 1, 30, 10));

    /// <summary>Every dataset that code makes.</summary>
    public static IReadOnlyList<GeneratedDataset> Generated =>
        [SyntheticDigits, SyntheticCourse, SyntheticSpeechEmotion, SyntheticSpeechEmotionOther, SyntheticMusic];
}
