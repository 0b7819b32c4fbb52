namespace Research.Experiments.FilmEmotion;

/// <summary>A target with the sizes of its parts.</summary>
/// <param name="TestPerClass">So many excerpts of each class are tested.</param>
/// <param name="ValidationShare">Share of each class's others that validates.</param>
internal sealed record SplitTask(FilmTask Task, int TestPerClass, double ValidationShare)
{
    private const double Slack = 1e-9; // 0.3 · 70 is a little above 21

    /// <summary>Excerpts and albums of each class, in ordinal order.</summary>
    /// <exception cref="ResearchException">A class has no more excerpts than are tested.</exception>
    public ClassCount[] Counts(Dataset data) =>
        [
            .. Task
                .Rule.Of(data)
                .Items.GroupBy(item => item.Label!)
                .OrderBy(own => own.Key, StringComparer.Ordinal)
                .Select(own => Count(own.Key, [.. own])),
        ];

    /// <summary>How many of a class validate: rounded up.</summary>
    public int Validating(ClassCount own) => (int)Math.Ceiling((ValidationShare * own.Rest) - Slack);

    /// <summary>Parts of those sizes, drawn.</summary>
    public BalancedTest Drawn =>
        new()
        {
            PerClass = TestPerClass,
            Stream = "film/test",
            Validation = Holdout.Stratified(ValidationShare, "film/validation"),
        };

    private ClassCount Count(string label, Item[] items) =>
        items.Length > TestPerClass
            ? new(label, items.Length, items.Select(item => item.Group).Distinct().Count(), items.Length - TestPerClass)
            : throw new ResearchException(
                $"{Task.Rule.Name}: {items.Length} excerpts are '{label}', and {TestPerClass} of each class are tested: nothing is left to train on."
            );
}

/// <summary>How many excerpts a class has.</summary>
/// <param name="Rest">Those that are not tested.</param>
internal sealed record ClassCount(string Class, int All, int Albums, int Rest);
