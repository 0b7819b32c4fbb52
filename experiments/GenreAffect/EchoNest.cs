using Research.Data.Datasets;
using Research.Evaluation.Regressors;

namespace Research.Experiments.GenreAffect;

/// <summary>How are valence, energy and danceability spread over real music, and what do the other values of the same table say of them?</summary>
/// <remarks>
/// <para>13,129 tracks of the Free Music Archive with Echo Nest's values: outputs of a model, not listeners' ratings, and of the kind on which the study's regression was trained. Five folds of
/// tracks; artists are not in the table. The study published nothing of it: a floor for what a network must add from the sound.</para>
/// <para>In profile quick: generated music, whose values are known, from statistics of mel bands. Run: ./build.sh --target GenreAffect.EchoNest --profile paper.</para>
/// </remarks>
internal sealed record EchoNest : Experiment, IStudyExperiment
{
    private const int Bins = 20;

    public override string Question =>
        "How are valence, energy and danceability spread over real music, and what do other values of the same table say of them?";

    // Features
    public required FeatureSet Vectors { get; init; }

    public required string VectorsName { get; init; }

    public required IReadOnlyList<string> Targets { get; init; }

    // Models
    public required IReadOnlyList<RegressorSettings> Regressors { get; init; }

    // Measurement
    public required int Folds { get; init; }

    public static int Order => 25;

    public static Experiment In(Profile profile)
    {
        bool paper = profile.UsesRecordings();
        FeatureSet vectors = paper
            ? new ItemColumns
            {
                Data = Datasets.FmaEchonest,
                First = 0,
                Count = FmaEchonest.Columns.Count,
            }
            : new FrameStatistics { Data = Datasets.SyntheticMusic, Frames = GenreSettings.Mel(64) };
        return new EchoNest
        {
            Data = [vectors.Data],
            Seeds = [1],
            Vectors = vectors,
            VectorsName = paper ? "five other values" : "statistics of mel 64",
            Targets = ["valence", "energy", "danceability"],
            Regressors =
            [
                new RidgeRegressorSettings("ridge 1", new() { Penalty = 1 }),
                new ForestRegressorSettings(
                    "random forest",
                    new()
                    {
                        Trees = paper ? 100 : 10,
                        Bootstrap = true,
                        Thresholds = ThresholdRule.Best,
                        FeatureShare = 1,
                        LeafRows = 5,
                    }
                ),
            ],
            Folds = 5,
        };
    }

    public override IReadOnlyList<Trial> Trials => [.. Regressors.Select(TrialOf)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            new BarChart(
                "distribution",
                "Distribution of the three targets",
                "Share of the tracks in each twentieth of the range from 0 to 1."
            )
            {
                Labels = ["quantity", "from"],
                Value = new("share", "share"),
            },
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        ValueRun[] runs =
        [
            .. Regressors.Select(regressor => new ValueRun(
                $"{VectorsName}, {regressor.Name}",
                SubsetNames.Test,
                Seeds[0],
                (ValuePredictions)inputs.Of(TrialOf(regressor)).Predictions[0]
            )),
        ];
        return new([.. ValueFigures.Of(runs)], [Distribution(inputs.Open(Data[0])), ValuesTable.Of(runs, item => item)]);
    }

    private RegressionTrial TrialOf(RegressorSettings regressor) =>
        new()
        {
            Vectors = [Vectors],
            VectorsName = VectorsName,
            Targets = Targets,
            Scale = GroupScale.None,
            Splits = GenreSettings.SongFolds(Folds),
            SplitName = FormattableString.Invariant($"{Folds} folds"),
            Regressor = regressor,
            Seed = Seeds[0],
        };

    private ResultTable Distribution(Dataset data)
    {
        var table = new ResultTable(
            "distribution",
            Column.Text("quantity"),
            Column.Number("from", 2),
            Column.Count("tracks"),
            Column.Number("share", 6)
        );
        foreach (string target in Targets)
        {
            int[] bins = [.. data.Items.Select(item => Math.Clamp((int)(item.Targets[target] * Bins), 0, Bins - 1))];
            for (int bin = 0; bin < Bins; bin++)
            {
                int count = bins.Count(own => own == bin);
                table.Add(target, (double)bin / Bins, count, (double)count / bins.Length);
            }
        }

        return table;
    }
}
