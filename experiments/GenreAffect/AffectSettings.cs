using Research.Data.Datasets;

namespace Research.Experiments.GenreAffect;

/// <summary>Values that the experiments of affect share.</summary>
internal static class AffectSettings
{
    /// <summary>Pieces of one series are tested together.</summary>
    public const string SeriesFolds = "whole series left out";

    private const int Folds = 5;
    private const string Stream = "affect/folds";

    /// <summary>Game music with listeners' ratings, played on our own piano, the first half minute; or generated music.</summary>
    public static DatasetRef Data(Profile profile) =>
        profile.UsesRecordings()
            ? Datasets.Played(
                Datasets.Vgmidi,
                new()
                {
                    SampleRateHz = GtzanSpecgrams.SampleRateHz,
                    LongestSeconds = 30,
                    TailSeconds = 2,
                }
            )
            : Datasets.SyntheticMusic;

    /// <summary>As the report calls what listeners rated as arousal: energy. Danceability nobody rated.</summary>
    public static IReadOnlyList<string> Targets(Profile profile) =>
        profile.UsesRecordings() ? ["valence", "arousal"] : ["valence", "energy"];

    /// <summary>A network for one target.</summary>
    public static ValuesTask Alone(string target) =>
        new()
        {
            Targets = [target],
            Weights = [1],
            LearnsWeights = false,
        };

    /// <summary>Mel frames as far apart as those of GTZAN's spectrograms, so that what was learned there can be used here.</summary>
    public static MusicFrames Frames(Profile profile) =>
        GenreSettings.Mel(profile.UsesRecordings() ? 128 : 32) with
        {
            HopSamples = GtzanSpecgrams.HopSamples,
            Levelled = false,
        };

    public static int FoldCount(Profile profile) => profile.UsesRecordings() ? Folds : 2;

    /// <summary>One fold of whole series; a fifth of the other series says which epoch is taken.</summary>
    public static Protocol Fold(int fold, int folds) =>
        new GroupCrossValidation
        {
            Folds = folds,
            Fold = fold,
            Stream = Stream,
            Validation = new Holdout
            {
                Fraction = 0.2,
                Draw = Draw.Groups,
                Stream = "affect/validation",
            },
        };

    /// <summary>All folds at once, for models that nothing stops.</summary>
    public static EachFold AllFolds(Profile profile) =>
        new()
        {
            Folds = FoldCount(profile),
            Draw = FoldDraw.Groups,
            Stream = Stream,
        };

    /// <summary>The network of <see cref="Cnn"/> with hidden stretches, whose blocks are handed on.</summary>
    public static NetworkVariant Genres(Profile profile) => ((Cnn)Cnn.In(profile)).Networks.Variants[^1];

    public static PictureNetworkSettings Pictures(Profile profile) => (PictureNetworkSettings)Genres(profile).Network;

    public static SequenceNetworkSettings Sequences(Profile profile) =>
        new()
        {
            Recurrent = new()
            {
                Kind = RecurrentKind.Lstm,
                Hidden = profile.UsesRecordings() ? 128 : 16,
                Layers = profile.UsesRecordings() ? 2 : 1,
                Bidirectional = false,
                Dropout = 0,
            },
        };

    /// <summary>Adam, and the epoch of lowest validation error.</summary>
    public static TrainingSettings Training(int epochs, double rate) =>
        new()
        {
            Epochs = epochs,
            BatchSize = 16,
            Optimizer = OptimizerSettings.Adam(rate, weightDecay: 0.01) with { Kind = OptimizerKind.AdamW },
            GradientNorm = null,
            Stopping = EarlyStopping.After(epochs),
        };
}
