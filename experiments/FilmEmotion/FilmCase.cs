using Research.Data.Datasets;

namespace Research.Experiments.FilmEmotion;

/// <summary>A task on a dataset, with the ways in which it is tested.</summary>
/// <param name="Data">Where the items come from.</param>
/// <param name="Task">What is recognised.</param>
/// <param name="Splits">Whole groups on one side first; then items as they come, as the study split.</param>
internal sealed record FilmCase(DatasetRef Data, FilmTask Task, IReadOnlyList<(string Name, Resampling Splits)> Splits)
{
    /// <summary>Items of a class spread over the folds, whatever their song or album: what the study did.</summary>
    public const string ByExcerpt = "by excerpt";

    /// <summary>No song is on both sides.</summary>
    public const string BySong = "by song";

    private const string Stream = "film/folds";

    /// <summary>The study's targets on all of its recordings; nothing where only a part is here.</summary>
    public static IEnumerable<FilmCase> Film(int folds) =>
        FilmTask.Published.Select(task => new FilmCase(
            Datasets.Eerola360Audio,
            task,
            [
                .. Folds("by album", folds)
                    .Select(split => (split.Name, (Resampling)new WhereWhole(Eerola360.Excerpts, split.Splits))),
            ]
        ));

    /// <summary>The study's targets on 110 other excerpts of film music.</summary>
    public static IEnumerable<FilmCase> OtherFilm(int folds) =>
        FilmTask.Thirds.Select(task => new FilmCase(Datasets.Eerola110, task, Folds("by soundtrack", folds)));

    /// <summary>Pop piano in quadrants and halves, and rated piano pieces in thirds.</summary>
    public static IEnumerable<FilmCase> Piano(int folds) =>
        FilmTask
            .Piano.Select(task => new FilmCase(FilmSettings.Piano, task, Folds(BySong, folds)))
            .Concat(FilmTask.RatedPiano.Select(task => new FilmCase(FilmSettings.Piano, task, Folds("by series", folds))));

    /// <summary>EMOPIA's clips alone.</summary>
    public static IEnumerable<FilmCase> Emopia(int folds) =>
        FilmTask.EmopiaAlone.Select(task => new FilmCase(FilmSettings.Emopia, task, [.. Folds(BySong, folds).Take(1)]));

    /// <summary>Recordings of piano pieces, each by itself.</summary>
    public static IEnumerable<FilmCase> PianoRecordings(int folds) =>
        new (string Target, string Rated)[] { ("energy", "arousal"), ("valence", "valence") }.Select(own => new FilmCase(
            Datasets.MemoMusicAudio,
            new(own.Target, FilmTask.Third(own.Rated, $"{own.Target} in thirds")),
            [OfExcerpts(folds)]
        ));

    /// <summary>Generated music, whose energy and valence are known.</summary>
    public static IEnumerable<FilmCase> Synthetic(int folds) =>
        new[] { "energy", "valence" }.Select(target => new FilmCase(
            Datasets.SyntheticMusic,
            new(target, FilmTask.Third(target, $"{target} in thirds")),
            [OfExcerpts(folds)]
        ));

    /// <summary>A classifier of its task on one of its splits.</summary>
    /// <param name="vectors">One vector an item, and what tables call them.</param>
    public VectorTrial Fitted(
        (string Name, Resampling Splits) split,
        (string Name, FeatureSet Set) vectors,
        ClassifierSettings classifier,
        ulong seed
    ) =>
        new()
        {
            Vectors = [vectors.Set],
            VectorsName = vectors.Name,
            Classes = Task.Rule,
            Scale = GroupScale.None,
            Splits = split.Splits,
            SplitName = split.Name,
            Classifier = classifier,
            KeepsModel = false,
            Seed = seed,
        };

    private static (string Name, Resampling Splits)[] Folds(string groups, int folds) =>
        [(groups, Of(folds, FoldDraw.Groups)), OfExcerpts(folds)];

    private static (string Name, Resampling Splits) OfExcerpts(int folds) => (ByExcerpt, Of(folds, FoldDraw.Stratified));

    private static EachFold Of(int folds, FoldDraw draw) =>
        new()
        {
            Folds = folds,
            Draw = draw,
            Stream = Stream,
        };
}
