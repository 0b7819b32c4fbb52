namespace Research.Experiments.FilmEmotion;

/// <summary>What a frozen trunk gives of pictures of pop piano, under a support vector machine, in folds of songs.</summary>
/// <param name="Name">Task and trunk in words, as tables have them.</param>
internal sealed record TrunkCase(string Name, FilmTask Task, FeatureSet Vectors)
{
    private const int Folds = 5;

    public const string SplitName = "by song, 5 folds";

    private static SvmClassifierSettings Rbf { get; } = new("svm rbf", SvmSettings.ScikitLearn(SvmKernel.Rbf));

    /// <param name="seed">Of a trunk with random weights.</param>
    public static TrunkCase Of(FilmTask task, PretrainedNetwork network, ulong seed) =>
        new(
            FormattableString.Invariant($"{FilmSettings.Piano.Id}, {task.Rule.Name}, {network.Name} {FilmNetworks.Side}, trunk"),
            task,
            new PooledTrunk
            {
                Data = FilmSettings.Piano,
                Levels = FilmSettings.Levels(FilmSettings.Piano),
                Network = network,
                Side = FilmNetworks.Side,
                Seed = network.Weights is null ? seed : 0,
            }
        );

    public VectorTrial On(ulong seed) =>
        new()
        {
            Vectors = [Vectors],
            VectorsName = Name,
            Classes = Task.Rule,
            Scale = GroupScale.None,
            Splits = new EachFold
            {
                Folds = Folds,
                Draw = FoldDraw.Groups,
                Stream = "film/folds",
            },
            SplitName = SplitName,
            Classifier = Rbf,
            KeepsModel = false,
            Seed = seed,
        };

    public ClassRun Run(TableInputs inputs, ulong seed) =>
        new($"{Name}, {Rbf.Name}", SplitName, seed, inputs.Of(On(seed)).Classes(SubsetNames.Test));

    /// <summary>trunks.csv: accuracy of every run.</summary>
    public static ResultTable TableOf(IEnumerable<ClassRun> runs)
    {
        var table = new ResultTable(
            "trunks",
            [
                .. Column.Texts("variant", "seed"),
                .. Column.Counts("correct", "items"),
                .. Column.Numbers(6, "accuracy", "macro_f1"),
            ]
        );
        foreach (ClassRun run in runs)
        {
            table.Add(
                run.Variant,
                $"{run.Seed}",
                run.Confusion.Correct,
                run.Predictions.Items.Count,
                run.Confusion.Accuracy,
                run.Confusion.MacroF1
            );
        }

        return table;
    }
}
