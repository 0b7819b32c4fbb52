namespace Research.Experiments.Synthetic;

/// <summary>Does a recogniser that was trained on people understand the synthesised digits?</summary>
/// <remarks>
/// <para>GMM-HMMs over MFCC frames learn FSDD's training part (six men) and are given every utterance of synthetic-digits, which no person spoke, beside FSDD's own
/// test part. Frames are taken as they are, or normalised within each utterance, which takes level, channel and some of the voice away.</para>
/// <para>What is asked of the corpus: at least 0.6 of its ten classes right, where chance is 0.1.
/// Run: ./build.sh --target Synthetic.Recognised --profile paper.</para>
/// </remarks>
internal sealed record Recognised : Experiment, IStudyExperiment
{
    public override string Question => "Does a recogniser that was trained on people understand the synthesised digits?";

    // Data: people first, then the synthesised
    // Features
    public required MfccFrames Frames { get; init; }

    // Model
    public required HmmSettings Hmm { get; init; }

    public static int Order => 3;

    public static Experiment? In(Profile profile) =>
        !profile.UsesRecordings()
            ? null
            : new Recognised
            {
                Data = [Datasets.Fsdd, Datasets.SyntheticDigits],
                Seeds = [1, 2, 3, 4, 5],
                Frames = MfccFrames.Course(13),
                Hmm = HmmSettings.Course(4, 3),
            };

    public override IReadOnlyList<Trial> Trials =>
        [.. from normalised in Both from seed in Seeds select TrialOf(normalised, seed)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Trained on FSDD's men; tested on FSDD's test part and on the synthesised digits.", null),
            MatrixChart.Confusion("Which synthesised digit is heard as which, first seed.", Datasets.SyntheticDigits.Id),
            new BarChart(
                "speakers",
                "Synthesised speakers",
                "Share of each synthesised speaker's digits that are recognised, frames normalised, first seed; every third speaker has a high voice."
            )
            {
                Where = new Dictionary<string, string> { ["variant"] = "normalised per utterance" },
                Labels = ["speaker"],
                Value = new("accuracy", "accuracy"),
            },
            Listening.Chart("Synthesised digits, and how models that learned from six men hear them."),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        ClassRun[] runs = [.. Both.SelectMany(normalised => Seeds.SelectMany(seed => RunsOf(inputs, normalised, seed)))];
        ClassRun[] shown = [.. runs.Where(run => run.Seed == Seeds[0] && run.Split == Data[1].Id)];
        return new(
            [.. Accuracies.Of(runs)],
            [
                RunsTable.Of(runs),
                ConfusionTable.Of(shown),
                Speakers(inputs.Open(Data[1]), shown),
                .. Listening.Tables(inputs.Open(Data[1]), shown[0].Predictions),
            ]
        );
    }

    private static bool[] Both => [true, false];

    private IEnumerable<ClassRun> RunsOf(TableInputs inputs, bool normalised, ulong seed)
    {
        TrialResult result = inputs.Of(TrialOf(normalised, seed));
        string variant = normalised ? "normalised per utterance" : "frames as they are";
        yield return new ClassRun(variant, Data[1].Id, seed, result.Classes(Data[1].Id));
        yield return new ClassRun(variant, "fsdd test", seed, result.Classes(SubsetNames.Test));
    }

    private HmmTrial TrialOf(bool normalised, ulong seed) =>
        new()
        {
            Dataset = Data[0],
            AlsoTested = Data[1],
            Protocol = new PublishedSplit { Validation = new NoValidation() },
            Fold = "",
            Frames = Frames,
            PerUtterance = normalised,
            Hmm = Hmm,
            Remark = "",
            KeepsModel = false,
            Seed = seed,
        };

    private static ResultTable Speakers(Dataset data, IEnumerable<ClassRun> runs)
    {
        var table = new ResultTable(
            "speakers",
            [.. Column.Texts("variant", "speaker"), .. Column.Counts("correct", "items"), Column.Number("accuracy", 6)]
        );
        foreach (ClassRun run in runs)
        {
            ClassPredictions all = run.Predictions;
            foreach (
                var own in Enumerable
                    .Range(0, data.Items.Count)
                    .GroupBy(i => data.Items[i].Group)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
            )
            {
                int correct = own.Count(i => all.Predicted[i] == all.Truth[i]);
                table.Add(run.Variant, own.Key, correct, own.Count(), (double)correct / own.Count());
            }
        }

        return table;
    }
}
