using Research.Corpora;
using Research.Pipeline;

namespace Research.Experiments;

/// <summary>Every dataset that an experiment can name.</summary>
public static class Datasets
{
    /// <summary>3,000 recordings of ten digits by six speakers, 8 kHz, with a published split.</summary>
    public static DatasetRef Fsdd { get; } = new PinnedDataset("fsdd", Research.Data.Digits.Fsdd.Read);

    /// <summary>133 recordings of nine digits by fifteen speakers, 16 kHz, without a published split.</summary>
    public static DatasetRef NtuaDigits { get; } = new PinnedDataset("ntua-digits", Research.Data.Digits.NtuaDigits.Read);

    /// <summary>Generated stand-in for FSDD: ten classes, six voices, eight takes, with a split.</summary>
    public static DatasetRef Tones { get; } =
        new GeneratedDataset("generated-tones", () => ToneDigits.Make("generated-tones", 1, 6, [.. Enumerable.Range(0, 10)], 8));

    /// <summary>Generated stand-in for the course recordings: nine classes, ten voices, one take each.</summary>
    public static DatasetRef ToneCourse { get; } =
        new GeneratedDataset(
            "generated-tone-course",
            () => ToneDigits.Make("generated-tone-course", 2, 10, [.. Enumerable.Range(1, 9)], 1)
        );
}
