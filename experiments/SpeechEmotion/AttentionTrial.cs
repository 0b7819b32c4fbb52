namespace Research.Experiments.SpeechEmotion;

/// <summary>One attention network over frames: scale, train, stop, test.</summary>
internal sealed record AttentionTrial : Trial
{
    /// <summary>Name of the attention weights of one test item among the result's numbers; the item's id follows.</summary>
    public const string AttentionOf = "attention of ";

    // Data: one corpus, or two for one against another
    public required IReadOnlyList<FeatureSet> Frames { get; init; }

    public required Protocol Protocol { get; init; }

    /// <summary>The split in words, such as "random split" or "without 03".</summary>
    public required string Fold { get; init; }

    // Model and training
    public required AttentionVariant Variant { get; init; }

    /// <summary>Whether the trained network is kept, and where it looks in one test utterance.</summary>
    public required bool KeepsModel { get; init; }

    /// <summary>The class of which that utterance is, where one of it was recognised.</summary>
    public required string? ShownClass { get; init; }

    public required ulong Seed { get; init; }

    public string Corpus => string.Join(" to ", Data.Select(data => data.Id));

    public override string Description =>
        FormattableString.Invariant($"{Corpus}, {Variant.Name}/seed {Seed}/{Fold}{(KeepsModel ? "/kept" : "")}");

    public override IReadOnlyList<DatasetRef> Data => [.. Frames.Select(frames => frames.Data)];

    public override IReadOnlyList<FeatureSet> Features => Frames;

    public override long MemoryBytes => 3L << 30;

    public override TrialResult Run(TrialInputs inputs)
    {
        var whole = ClassItems.Open(inputs, Data, Protocol, Seed);
        Matrix[] all = [.. Frames.SelectMany(inputs.Read)];

        // What takes no part is no part of the data either: not of the scaling, not of the classes.
        int[] used = [.. whole.Split.Train.Concat(whole.Split.Validation).Concat(whole.Split.Test).Distinct().Order()];
        ClassItems data = Only(whole, used);
        Matrix[] frames = [.. used.Select(i => all[i])];
        using AttentionTraining training = new(data, frames, Variant, Seed, inputs);
        History history = training.Run();
        int[] test = data.Split.Test;
        ClassPredictions tested = Predicted(training.Learner, data, SubsetNames.Test, test);
        return new TrialResult
        {
            Predictions = KeepsModel
                ? [Predicted(training.Learner, data, SubsetNames.Validation, data.Split.Validation), tested]
                : [tested],
            Curve = Curves.Of(history),
            Numbers = KeepsModel ? NumbersOf(training.Learner, data, tested) : new Dictionary<string, IReadOnlyList<double>>(),
            Model = KeepsModel ? Model(training.Learner, data, frames) : null,
        };
    }

    private static ClassItems Only(ClassItems whole, int[] used)
    {
        var places = Enumerable.Range(0, used.Length).ToDictionary(k => used[k]);
        int[] At(int[] items) => [.. items.Select(i => places[i])];
        TrainValidationTest parts = whole.Split;
        return whole with
        {
            Items = whole.Items.At(used),
            Classes = [.. used.Select(i => whole.Classes[i])],
            Split = new(At(parts.Train), At(parts.Validation), At(parts.Test)),
        };
    }

    private static byte[] Model(AttentionLearner learner, ClassItems data, Matrix[] frames)
    {
        var scaling = Standardizer.Fit([.. data.Split.Train.Select(i => frames[i])]);
        return NetworkFile.Write(scaling, ModelFile.Write(learner.Network));
    }

    private static ClassPredictions Predicted(AttentionLearner learner, ClassItems data, string part, int[] items)
    {
        double[][] probabilities = learner.Probabilities(items);
        int[] predicted = [.. probabilities.Select(row => Array.IndexOf(row, row.Max()))];
        return data.Predicted(part, items, predicted, probabilities);
    }

    private Dictionary<string, IReadOnlyList<double>> NumbersOf(
        AttentionLearner learner,
        ClassItems data,
        ClassPredictions tested
    )
    {
        Dictionary<string, IReadOnlyList<double>> numbers = Attention(learner, tested, data.Split.Test);
        foreach (
            (string part, int[] items) in new[]
            {
                (SubsetNames.Validation, data.Split.Validation),
                (SubsetNames.Test, data.Split.Test),
            }
        )
        {
            numbers[Familiarity.NameOf(part)] = [.. learner.Scores(items).Select(Familiarity.OfScores)];
        }

        return numbers;
    }

    // Of the first utterance of that class that was recognised, or else the first that was recognised at all.
    private Dictionary<string, IReadOnlyList<double>> Attention(AttentionLearner learner, ClassPredictions tested, int[] test)
    {
        int[] right = [.. Enumerable.Range(0, test.Length).Where(i => tested.Predicted[i] == tested.Truth[i])];
        int[] shown = [.. right.Where(i => tested.Classes[tested.Truth[i]] == ShownClass)];
        int chosen = shown.Concat(right).Append(0).First();
        return new() { [AttentionOf + tested.Items[chosen]] = learner.Attention([test[chosen]])[0] };
    }
}
