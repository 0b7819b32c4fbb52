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
        SpeakersTable.Chart("Some voices are much harder than others: nine or ten speakers are few.");

    /// <param name="shown">Seed whose confusions and classes are shown.</param>
    public Measurement ToMeasurement(ulong shown, IEnumerable<Figure>? before = null, IEnumerable<Figure>? after = null)
    {
        ResultTable epochs = EpochsTable.Of(
            Curves,
            TrainingCurve.TrainLoss,
            TrainingCurve.TrainAccuracy,
            TrainingCurve.ValidationLoss,
            TrainingCurve.ValidationAccuracy
        );
        return new Measurement(
            [.. before ?? [], .. Accuracies.Of(Runs), .. after ?? []],
            [.. ClassTables.Of(Runs, shown, withRecall: true), .. new[] { Speakers, epochs }.Where(table => table.Rows.Count > 0)]
        );
    }
}
