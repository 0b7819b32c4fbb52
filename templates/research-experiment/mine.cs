// One experiment in one file. Run: dotnet run mine.cs     Tables and a report: artifacts/quick/
#:package Research.Runner@RESEARCH_VERSION
using Research.Corpora;
using Research.Data.Splits;
using Research.Evaluation.Classifiers;
using Research.Evaluation.FrontEnds;
using Research.Evaluation.Tables;
using Research.Evaluation.Trials;
using Research.Models.Classical;
using Research.Pipeline;
using Research.Runner;

return ResearchProgram.Run<Mine.ThisStudy>(args);

namespace Mine
{
    /// <summary>What this asks; the report shows it.</summary>
    public sealed class ThisStudy : OwnStudy
    {
        public override string Title => "One experiment in one file";
    }

    /// <summary>How well does a forest recognise synthetic digits of speakers that it has not heard?</summary>
    internal sealed record Strangers : Experiment, IStudyExperiment
    {
        public override string Question => "How well does a forest recognise synthetic digits of speakers that it has not heard?";

        public static int Order => 1;

        public static Experiment? In(Profile profile) =>
            profile.UsesRecordings() ? null : new Strangers { Data = [SyntheticDigits.Course], Seeds = [1, 2] };

        public override IReadOnlyList<Trial> Trials => [.. Seeds.Select(TrialOf)];

        public override Measurement Tabulate(TableInputs inputs)
        {
            ClassRun[] runs =
            [
                .. Seeds.Select(seed => new ClassRun("random forest", "test", seed, inputs.Of(TrialOf(seed)).Classes("test"))),
            ];
            return new([.. Accuracies.Of(runs)], [RunsTable.Of(runs), ConfusionTable.Of([runs[0]])]);
        }

        private VectorTrial TrialOf(ulong seed) =>
            new()
            {
                Vectors = [MfccFrames.Reported(13).VectorsOn(Data[0], VectorForm.OverTime)],
                VectorsName = "vectors over time",
                Scale = GroupScale.None,
                Splits = new EachGroupLeftOut(),
                SplitName = "each speaker left out",
                Classifier = new ForestClassifierSettings("random forest", ForestSettings.RandomForest(50)),
                KeepsModel = false,
                Seed = seed,
            };
    }
}
