namespace Research.Experiments.SpeechEmotion;

/// <summary>The figures and tables that all experiments of the study have.</summary>
/// <param name="Runs">In the order of the tables.</param>
/// <param name="Speakers">Rows of the speakers who were left out; empty for none.</param>
/// <param name="Curves">Trainings whose epochs are shown.</param>
internal sealed record EmotionTables(
    IReadOnlyList<ClassRun> Runs,
    ResultTable Speakers,
    IReadOnlyList<(string Variant, ulong Seed, TrainingCurve Curve)> Curves
)
{
    /// <summary>The accuracies of each speaker.</summary>
    public static BarChart SpeakerChart() =>
        new()
        {
            Table = "speakers",
            Title = "Speaker by speaker, first seed",
            Says = "Some voices are much harder than others: nine or ten speakers are few.",
            Where = new Dictionary<string, string> { ["seed"] = "1" },
            Labels = ["variant", "speaker_left_out"],
            Value = "accuracy",
            ValueTitle = "accuracy",
        };

    /// <param name="shown">Seed whose confusions and classes are shown.</param>
    public Measurement ToMeasurement(ulong shown, IEnumerable<Figure>? before = null, IEnumerable<Figure>? after = null)
    {
        ClassRun[] first = [.. Runs.Where(run => run.Seed == shown)];
        ResultTable epochs = EpochsTable.Of(
            Curves,
            TrainingCurve.TrainLoss,
            TrainingCurve.TrainAccuracy,
            TrainingCurve.ValidationLoss,
            TrainingCurve.ValidationAccuracy
        );
        ResultTable[] tables = [RunsTable.Of(Runs, withRecall: true), ConfusionTable.Of(first), ClassTable.Of(first)];
        return new Measurement(
            [.. before ?? [], .. Accuracies.Of(Runs), .. after ?? []],
            [.. tables, .. new[] { Speakers, epochs }.Where(table => table.Rows.Count > 0)]
        );
    }
}
