using Research.Corpora.Music.Instruments;
using Research.Features.Images;
using Research.Features.Sampling;
using Research.Features.ShortTerm;
using Research.Features.Spectral;

namespace Research.Experiments.FilmEmotion;

/// <summary>Values that the study's experiments share.</summary>
internal static class FilmSettings
{
    public const string Document = "film-emotion";

    /// <summary>What the claims call the 360 excerpts.</summary>
    public const string Film = "360-set";

    public static IReadOnlyList<ulong> ThreeSeeds => [1, 2, 3];

    /// <summary>The study's sound: the first ten seconds, one channel, 8 kHz.</summary>
    public static Excerpt Excerpt { get; } = new() { Rate = RateSettings.To(8000), LongestSeconds = 10 };

    /// <summary>Piano pieces on our own instrument, as the study hears its excerpts.</summary>
    public static DatasetRef Piano => PianoAt(Datasets.PianoEmotion, 8000);

    /// <summary>EMOPIA's clips alone, on our own piano with all that MusiCNN can hear.</summary>
    public static DatasetRef Emopia => PianoAt(Datasets.EmopiaMidi, 16_000);

    private static DatasetRef PianoAt(PinnedDataset pieces, int rateHz) =>
        Datasets.Played(
            pieces,
            new RenderSettings
            {
                SampleRateHz = rateHz,
                LongestSeconds = 10,
                TailSeconds = 0,
            }
        );

    /// <summary>The study's pictures: mel bands of the first ten seconds.</summary>
    public static PictureLevels Levels(DatasetRef data) =>
        new()
        {
            Data = data,
            PictureName = "film-pictures",
            Picture = SpectrogramPictureSettings.Film,
        };

    /// <summary>pyAudioAnalysis's vectors, its definitions as its program has them.</summary>
    public static MidTermVectors MidTerm(DatasetRef data, Excerpt excerpt) =>
        new()
        {
            Data = data,
            Excerpt = excerpt,
            Frames = new()
            {
                WindowSeconds = 0.050,
                StepSeconds = 0.025,
                Form = ShortTermForm.AsPublished,
            },
        };

    /// <summary>The study's mel bands, 128 up to 4 kHz, and their level: decibels above power 1.</summary>
    public static MelStatistics MelStatistics(DatasetRef data, Excerpt excerpt) =>
        new()
        {
            Data = data,
            Excerpt = excerpt,
            Mel = MelSettings.Librosa(excerpt.Rate.SampleRateHz, 2048, 512),
            Decibels = DecibelSettings.Librosa,
        };
}
