namespace Research.Experiments.FilmEmotion;

/// <summary>A training of a network on a case, once a seed.</summary>
/// <param name="Name">Data, task and network in words, as tables have them.</param>
/// <param name="Trials">By seed.</param>
internal sealed record PictureRun(
    string Name,
    PictureCase Case,
    PictureVariant Variant,
    IReadOnlyList<(ulong Seed, ImageNetworkTrial Trial)> Trials
)
{
    /// <summary>As the claims name what was tried.</summary>
    public string Experiment { get; init; } = FilmClaims.ImageNet;

    public static PictureRun Of(PictureCase on, PictureVariant variant, IEnumerable<ulong> seeds) =>
        new($"{on.Name}, {variant.Name}", on, variant, [.. seeds.Select(seed => (seed, variant.On(on, seed)))]);

    /// <summary>Test items by seed; none where nothing was learned.</summary>
    public IEnumerable<ClassRun> Tested(TableInputs inputs) =>
        from own in Results(inputs)
        select new ClassRun(Name, Case.SplitName, own.Seed, own.Result.Classes(SubsetNames.Test));

    /// <summary>Results of seeds that learned something.</summary>
    public IEnumerable<(ulong Seed, TrialResult Result)> Results(TableInputs inputs) =>
        Trials.Select(own => (own.Seed, inputs.Of(own.Trial))).Where(own => own.Item2.Predictions.Count > 0);

    /// <summary>Of test and validation items.</summary>
    /// <param name="answers">Whether they answer what was published.</param>
    public IEnumerable<Figure> Figures(TableInputs inputs, bool answers) =>
        new PictureFigures(Name, Case.SplitName, !Case.IsPublished, answers ? Answers() : null).Of(
            Results(inputs).Select(own => own.Result)
        );

    private ClaimKey? Answers() =>
        Case.Claimed.Length == 0 || Variant.Claimed.Length == 0
            ? null
            : FilmClaims.Key(Experiment, "") with
            {
                Dataset = Case.Claimed,
                Model = Variant.Claimed,
                Variant = $"{Case.Task.Target}, {Variant.ClaimedWay}",
            };
}
