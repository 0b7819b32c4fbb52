using Research.Data.Classes;
using Research.Data.Datasets;

namespace Research.Experiments.FilmEmotion;

/// <summary>What is recognised: one of the study's targets, and how items get their classes for it.</summary>
/// <param name="Target">As the study calls it: energy, valence, tension or emotions; quadrant of piano pieces.</param>
/// <param name="Rule">From ratings to classes.</param>
internal sealed record FilmTask(string Target, ClassRule Rule)
{
    private static readonly string[] Levels = [TargetThirds.Low, TargetThirds.Medium, TargetThirds.High];

    /// <summary>The study's four, by bounds under which the printed totals of valence and tension come out to the excerpt; energy has valence's, as nothing is said of it.</summary>
    public static IReadOnlyList<FilmTask> Published { get; } =
    [
        new("valence", Cut("valence", OfValence, ["negative", "neutral", "positive"])),
        new("tension", Cut("tension", OfTension, Levels)),
        new("energy", Cut("energy", OfValence, Levels)),
        Emotions("emotions by the highest rating"),
    ];

    /// <summary>The same four where another scale was rated: each third of the excerpts a class.</summary>
    public static IReadOnlyList<FilmTask> Thirds { get; } =
    [
        new("valence", Third("valence", "valence in thirds")),
        new("tension", Third("tension", "tension in thirds")),
        new("energy", Third("energy", "energy in thirds")),
        Emotions("emotions by the highest rating"),
    ];

    /// <summary>EMOPIA's pop piano among other pieces: quadrants of valence and arousal, and each of the two by itself.</summary>
    public static IReadOnlyList<FilmTask> Piano { get; } = Emopia(PianoEmotion.Emopia);

    /// <summary>The same of EMOPIA alone.</summary>
    public static IReadOnlyList<FilmTask> EmopiaAlone { get; } = Emopia();

    /// <summary>Piano pieces that listeners rated, each set in thirds of its own.</summary>
    public static IReadOnlyList<FilmTask> RatedPiano { get; } =
    [new("energy", RatedThird("energy", "arousal")), new("valence", RatedThird("valence", "valence"))];

    /// <summary>Below 3, and from 5 on.</summary>
    public static IReadOnlyList<Bound> OfValence => [new(3, BelongsAbove: true), new(5, BelongsAbove: true)];

    /// <summary>To 3, and above 5.</summary>
    public static IReadOnlyList<Bound> OfTension => [new(3, BelongsAbove: false), new(5, BelongsAbove: false)];

    /// <summary>Classes of a target between bounds.</summary>
    public static TargetCut Cut(string target, IReadOnlyList<Bound> bounds, IReadOnlyList<string> classes) =>
        new()
        {
            Name = $"{target} as cut",
            Sets = [],
            Target = target,
            Bounds = bounds,
            Classes = classes,
        };

    /// <summary>A target in thirds, of each set by itself.</summary>
    public static TargetThirds Third(string target, string name, params IReadOnlyList<string> sets) =>
        new()
        {
            Name = name,
            Sets = sets,
            Target = target,
        };

    private static TargetThirds RatedThird(string target, string rated) =>
        Third(rated, $"rated {target} in thirds", PianoEmotion.MemoMusic, PianoEmotion.Vgmidi);

    private static FilmTask[] Emopia(params IReadOnlyList<string> sets) =>
        [
            new("quadrant", new OwnClass { Name = "EMOPIA's quadrants", Sets = sets }),
            new("energy", Half("energy", "arousal", sets)),
            new("valence", Half("valence", "valence", sets)),
        ];

    private static TargetCut Half(string target, string rated, IReadOnlyList<string> sets) =>
        new()
        {
            Name = $"EMOPIA's {target}",
            Sets = sets,
            Target = rated,
            Bounds = [new(0, BelongsAbove: true)],
            Classes = [TargetThirds.Low, TargetThirds.High],
        };

    private static FilmTask Emotions(string name) =>
        new(
            "emotions",
            new HighestTarget
            {
                Name = name,
                Sets = [],
                Targets = FilmRatings.Emotions,
            }
        );
}
