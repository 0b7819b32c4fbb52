namespace Research.Experiments.FilmEmotion;

/// <summary>A network that learned from some way's pictures, once a seed.</summary>
internal sealed record AugmentedRun(GanCase Case, GeneratedWay Way, IReadOnlyList<ulong> Seeds)
{
    public string Name => Case.VariantOf(Way);

    public string SplitName => Case.Heard.SplitName;

    /// <summary>Results of seeds that learned something.</summary>
    public IEnumerable<(ulong Seed, TrialResult Result)> Results(TableInputs inputs) =>
        Seeds.Select(seed => (seed, inputs.Of(Case.Recognised(Way, seed)))).Where(own => own.Item2.Predictions.Count > 0);

    /// <summary>Real test items by seed.</summary>
    public IEnumerable<ClassRun> Tested(TableInputs inputs) =>
        Results(inputs).Select(own => new ClassRun(Name, SplitName, own.Seed, own.Result.Classes(SubsetNames.Test)));

    /// <summary>Of test and validation items.</summary>
    public IEnumerable<Figure> Figures(TableInputs inputs) =>
        new PictureFigures(Name, SplitName, !Case.Heard.IsPublished, Answers()).Of(Results(inputs).Select(own => own.Result));

    // The study trained on generated pictures alone; on other data nothing answers it.
    private ClaimKey? Answers() =>
        Case.Heard.IsPublished && Case.ClaimedNetwork.Length > 0 && !Way.LearnsReal
            ? FilmClaims.Key(FilmClaims.Gan, "") with
            {
                Model = Case.ClaimedNetwork,
                Variant = $"{Case.Heard.Task.Target}, whole",
            }
            : null;
}
