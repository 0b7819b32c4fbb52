namespace Research.Experiments.SpeechEmotion;

/// <summary>A network trained without each speaker in turn, on all clips of the others: its steps are fixed beforehand, so none need say when to stop.</summary>
/// <param name="Seeds">A training without each speaker for every seed.</param>
/// <param name="Speakers">Names of the speakers of each corpus.</param>
/// <param name="Most">How many speakers are left out, in the order of their names; null for all. Fewer than all give no figure, only the speakers' rows.</param>
internal sealed record SpeakerTrials(
    IReadOnlyList<ulong> Seeds,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Speakers,
    int? Most
)
{
    /// <summary>All trainings of a corpus.</summary>
    internal IEnumerable<AttentionTrial> Of(FeatureSet frames, AttentionVariant variant) =>
        from seed in Seeds
        from speaker in LeftOut(frames.Data)
        select TrialOf(frames, variant, seed, speaker);

    /// <summary>Adds a row a speaker, and the run of each seed where every speaker was left out.</summary>
    internal IEnumerable<ClassRun> Tabulate(TableInputs inputs, FeatureSet frames, AttentionVariant variant, ResultTable speakers)
    {
        Dataset data = inputs.Open(frames.Data);
        string name = $"{data.Id}, {variant.Name}";
        foreach (ulong seed in Seeds)
        {
            var folds = new List<ClassPredictions>();
            foreach (string speaker in LeftOut(frames.Data))
            {
                folds.Add(inputs.Of(TrialOf(frames, variant, seed, speaker)).Classes(SubsetNames.Test));
                SpeakersTable.Add(speakers, name, seed, speaker, folds[^1]);
            }

            if (Most is null)
            {
                ClassPredictions joined = Folds.Join(folds, data.Items.Select(item => item.Id));
                yield return new ClassRun(name, SpeakersTable.LeftOut, seed, joined);
            }
        }
    }

    private IEnumerable<string> LeftOut(DatasetRef data) => Speakers[data.Id].Take(Most ?? int.MaxValue);

    private static AttentionTrial TrialOf(FeatureSet frames, AttentionVariant variant, ulong seed, string speaker) =>
        variant.On([frames], EmotionSplits.Without(speaker), $"without {speaker}", seed);
}
