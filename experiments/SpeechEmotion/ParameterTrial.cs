namespace Research.Experiments.SpeechEmotion;

/// <summary>Counts what a network would train, layer by layer, without training it.</summary>
internal sealed record ParameterTrial : Trial
{
    public const string Total = "total";

    public required AttentionSettings Network { get; init; }

    public required int Classes { get; init; }

    public override string Description => FormattableString.Invariant($"parameters for {Classes} classes");

    public override IReadOnlyList<DatasetRef> Data => [];

    public override TrialResult Run(TrialInputs inputs)
    {
        var empty = new AttentionItems([new Matrix(1, LibrosaFrames.Count)], [0], Classes, null, null);
        using var learner = new AttentionLearner(empty, Network, 0);
        IReadOnlyList<(string Layer, long Count)> layers = learner.Parameters();
        return new TrialResult
        {
            Numbers = layers
                .Append((Total, layers.Sum(layer => layer.Count)))
                .ToDictionary(layer => layer.Item1, layer => (IReadOnlyList<double>)[layer.Item2]),
        };
    }
}
