using Research.Data.Splits;
using Research.Evaluation.Classifiers;
using Research.Evaluation.FrontEnds;
using Research.Evaluation.Tables;
using Research.Evaluation.Trials;
using Research.Pipeline;
using Research.Results.Charts;

namespace My_Study;

/// <summary>How many neighbours should vote?</summary>
/// <remarks>
/// <para>Means and deviations of 13 MFCC and their derivatives, standardised; the nearest neighbours of a tone vote. A quarter of the tones is tested, five times.</para>
/// <para>Run: ./build.sh --target My_Study.Neighbours.</para>
/// </remarks>
internal sealed record Neighbours : Experiment, IStudyExperiment
{
    public override string Question => "How many neighbours should vote?";

    // Features
    public required MfccFrames Frames { get; init; }

    // Model
    public required IReadOnlyList<int> Counts { get; init; }

    public static int Order => 1;

    // Every value, for every profile; null for a profile that has none of it.
    public static Experiment? In(Profile profile) =>
        profile.UsesRecordings()
            ? null
            : new Neighbours
            {
                Data = [Tones.Dataset],
                Seeds = [1, 2, 3, 4, 5],
                Frames = MfccFrames.Reported(13),
                Counts = [1, 3, 9],
            };

    public override IReadOnlyList<Trial> Trials => [.. Counts.SelectMany(count => Seeds.Select(seed => TrialOf(count, seed)))];

    public override IReadOnlyList<Chart> Charts() => [BarChart.Accuracies("Nearest neighbours, five splits.", "test")];

    public override Measurement Tabulate(TableInputs inputs)
    {
        ClassRun[] runs =
        [
            .. from count in Counts
            from seed in Seeds
            select new ClassRun($"knn {count}", "test", seed, inputs.Of(TrialOf(count, seed)).Classes("test")),
        ];
        return new(
            [.. Accuracies.Of(runs)],
            [RunsTable.Of(runs), ConfusionTable.Of([.. runs.Where(run => run.Seed == Seeds[0])])]
        );
    }

    private VectorTrial TrialOf(int count, ulong seed) =>
        new()
        {
            Vectors = [Frames.VectorsOn(Data[0], VectorForm.OverTime)],
            VectorsName = "vectors over time",
            Scale = GroupScale.None,
            Splits = new OneSplit(
                new RandomSplit { Test = Holdout.Stratified(0.25, "tones/split"), Validation = new NoValidation() }
            ),
            SplitName = "random split",
            Classifier = new NeighbourSettings(count),
            KeepsModel = false,
            Seed = seed,
        };
}
