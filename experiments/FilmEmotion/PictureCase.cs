using Research.Data.Datasets;

namespace Research.Experiments.FilmEmotion;

/// <summary>A task on pictures of a dataset's recordings, with the way in which networks are tested on it.</summary>
/// <param name="Data">Where the recordings come from.</param>
/// <param name="Task">What is recognised.</param>
/// <param name="SplitName">In words, as tables have it.</param>
/// <param name="Split">Its validation items say when the rate falls.</param>
internal sealed record PictureCase(DatasetRef Data, FilmTask Task, string SplitName, Protocol Split)
{
    private const string Stream = "film/folds";
    private const string ValidationStream = "film/validation";
    private const double Validating = 0.15; // of what is not tested

    /// <summary>Of a dataset with fewer, nothing is learned.</summary>
    public int FewestItems { get; init; } = 1;

    /// <summary>What the claims call the data that these are, or stand in for; empty where nothing was published of the task.</summary>
    public string Claimed { get; init; } = "";

    /// <summary>Whether these are the study's own data.</summary>
    public bool IsPublished { get; init; }

    public string Name => $"{Data.Id}, {Task.Rule.Name}";

    /// <summary>As trials have it.</summary>
    public PictureSet Pictures =>
        new()
        {
            Levels = FilmSettings.Levels(Data),
            Protocol = Split,
            SplitName = SplitName,
            Classes = Task.Rule,
            FewestItems = FewestItems,
        };

    /// <summary>The study's targets on all of its recordings, with its sizes of test parts; nothing is learned where only a part is here.</summary>
    public static IEnumerable<PictureCase> Film() =>
        FilmTask.Published.Select(task => new PictureCase(
            Datasets.Eerola360Audio,
            task,
            "as published",
            (task.Target == "emotions" ? new SplitTask(task, 40, 0.4) : new SplitTask(task, 50, 0.3)).Drawn
        )
        {
            FewestItems = Eerola360.Excerpts,
            Claimed = FilmSettings.Film,
            IsPublished = true,
        });

    /// <summary>Pop piano: quadrants, and halves in place of the study's energy and valence. A fifth of the songs is tested, another one for each seed.</summary>
    public static IEnumerable<PictureCase> Piano() =>
        FilmTask.Piano.Select(task => new PictureCase(FilmSettings.Piano, task, FilmCase.BySong, OfGroups(5))
        {
            Claimed = task.Target == "quadrant" ? "" : FilmSettings.Film,
        });

    /// <summary>Rated piano pieces in thirds of energy and of valence: whole series, or works, on one side.</summary>
    public static IEnumerable<PictureCase> RatedPiano() =>
        FilmTask.RatedPiano.Select(task => new PictureCase(FilmSettings.Piano, task, "by series", OfGroups(5)));

    /// <summary>Recordings of piano pieces in thirds, each piece by itself.</summary>
    public static IEnumerable<PictureCase> PianoRecordings() =>
        FilmCase
            .PianoRecordings(5)
            .Select(own => new PictureCase(own.Data, own.Task, FilmCase.ByExcerpt, OfExcerpts(0.2, Validating)));

    /// <summary>Quadrants by excerpt, as the study split: clips of one song are on both sides.</summary>
    public static PictureCase LeakyQuadrants =>
        Piano().First() with
        {
            SplitName = FilmCase.ByExcerpt,
            Split = OfExcerpts(0.2, Validating),
        };

    /// <summary>Generated music in thirds of its energy and valence.</summary>
    public static IEnumerable<PictureCase> Synthetic() =>
        new[] { "energy", "valence" }.Select(target => new PictureCase(
            Datasets.SyntheticMusic,
            new(target, FilmTask.Third(target, $"{target} in thirds")),
            FilmCase.ByExcerpt,
            OfExcerpts(0.3, 0.45)
        ));

    /// <summary>One fold of whole groups; some of the other groups validate.</summary>
    public static GroupCrossValidation OfGroups(int folds) =>
        new()
        {
            Folds = folds,
            Fold = 0,
            Stream = Stream,
            Validation = new Holdout
            {
                Fraction = Validating,
                Draw = Draw.Groups,
                Stream = ValidationStream,
            },
        };

    /// <summary>Shares of every class; the second is of what the first leaves.</summary>
    public static RandomSplit OfExcerpts(double test, double validation) =>
        new() { Test = Holdout.Stratified(test, "film/test"), Validation = Holdout.Stratified(validation, ValidationStream) };
}
