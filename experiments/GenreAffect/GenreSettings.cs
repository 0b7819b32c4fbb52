namespace Research.Experiments.GenreAffect;

/// <summary>Values that several experiments of the study share.</summary>
internal static class GenreSettings
{
    /// <summary>Words for splits, as tables have them.</summary>
    public const string Filtered = "fault-filtered";

    public const string RandomOfEqualSize = "random, equal size";

    public const string Random = "random, 10 folds";

    /// <summary>Mel bands under <see cref="FrameStatistics"/> of recordings.</summary>
    public const int StatisticsBands = 64;

    public static IReadOnlyList<ulong> ThreeSeeds => [1, 2, 3];

    /// <summary>Frames of the course: 128 mel bands.</summary>
    public static MusicFrames Mel(int bands) =>
        new()
        {
            Part = MusicPart.Mel,
            BeatSynchronous = false,
            Bands = bands,
            HopSamples = MusicFrames.CourseHop,
            Levelled = true,
        };

    /// <summary>GTZAN's fault-filtered list; of data without one, pieces drawn at random.</summary>
    /// <param name="validation">For what stops a training; else the list's validation part is learned from.</param>
    public static Protocol FilteredSplit(Profile profile, bool validation) =>
        profile.UsesRecordings()
            ? new PublishedSplit { Validation = validation ? new PublishedValidation() : new PublishedValidationTrains() }
            : new RandomSplit
            {
                Test = Holdout.Stratified(0.3, "genre/test"),
                Validation = validation ? Holdout.Stratified(0.3, "genre/validation") : new NoValidation(),
            };

    /// <summary>A random split of songs as large as the fault-filtered list: 443, 197 and 290 clips.</summary>
    public static Protocol EqualSplit(Profile profile, bool validation)
    {
        (int train, int held, int test) = profile.UsesRecordings() ? (443, 197, 290) : (73, 32, 45);
        return new SizedSplit
        {
            TrainItems = validation ? train : train + held,
            ValidationItems = validation ? held : 0,
            TestItems = test,
            Stream = "genre/equal",
        };
    }

    /// <summary>Folds of whole songs.</summary>
    public static EachFold SongFolds(int folds) =>
        new()
        {
            Folds = folds,
            Draw = FoldDraw.Groups,
            Stream = "genre/folds",
        };

    public static SvmClassifierSettings Rbf(double c, double? gamma) =>
        new(
            FormattableString.Invariant($"svm rbf C {c}{(gamma is { } g ? $" gamma {g}" : "")}"),
            new()
            {
                Kernel = SvmKernel.Rbf,
                C = c,
                Gamma = gamma,
                Tolerance = 1e-3,
            }
        );
}
