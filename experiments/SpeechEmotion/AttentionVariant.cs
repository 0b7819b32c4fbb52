namespace Research.Experiments.SpeechEmotion;

/// <summary>A network, what its frames are brought to, and how it is trained.</summary>
internal sealed record AttentionVariant
{
    /// <summary>The network in words, without its size, such as "attention blstm".</summary>
    public required string Kind { get; init; }

    /// <summary>What its settings stand for, such as "honest".</summary>
    public required string Manner { get; init; }

    /// <summary>Whether its name tells the units of a direction.</summary>
    public required bool NamesUnits { get; init; }

    /// <summary>In words, as tables have it, such as "attention blstm 128 honest".</summary>
    public string Name =>
        FormattableString.Invariant($"{Kind} {(NamesUnits ? $"{Network.Hidden} " : "")}{Manner}")
        + (UsesClassWeights ? ", class weights" : "");

    public required AttentionSettings Network { get; init; }

    public required TrainingSettings Training { get; init; }

    /// <summary>Steps after which the training ends, whatever the epochs; null for the epochs. Beforehand and for all corpora alike, so that nothing is chosen by what comes out.</summary>
    public required int? Steps { get; init; }

    public required FrameScaling Scaling { get; init; }

    /// <summary>Whether a clip of a rare class counts more in the loss: items/(classes · items of the class).</summary>
    public required bool UsesClassWeights { get; init; }

    /// <summary>Nearest neighbours of which synthetic training clips are mixed until all classes are equally large; null for none.</summary>
    public required int? SyntheticNeighbours { get; init; }

    /// <summary>Whether attention may fall on voiced frames only.</summary>
    public required bool AttendsVoiced { get; init; }

    /// <summary>Whether accuracy on training clips, as many as validate, is measured after each epoch too.</summary>
    public required bool EvaluatesTrainingSet { get; init; }

    /// <summary>Its trial, of which nothing is kept.</summary>
    /// <param name="frames">Of one corpus, or of two for one against another.</param>
    /// <param name="fold">The split in words.</param>
    public AttentionTrial On(IReadOnlyList<FeatureSet> frames, Protocol split, string fold, ulong seed) =>
        new()
        {
            Frames = frames,
            Protocol = split,
            Fold = fold,
            Variant = this,
            KeepsModel = false,
            ShownClass = null,
            Seed = seed,
        };

    /// <summary>The training of so many items: its epochs give the steps.</summary>
    internal TrainingSettings TrainingOf(int items)
    {
        int batches = (items + Training.BatchSize - 1) / Training.BatchSize;
        return Steps is { } steps ? Training with { Epochs = (steps + batches - 1) / batches } : Training;
    }
}

/// <summary>To what mean and deviation frames are brought.</summary>
internal enum FrameScaling
{
    /// <summary>Each feature to 0 and 1 over all frames of the training clips.</summary>
    TrainingFrames,

    /// <summary>Each feature at each place to 0 and 1 over all clips, test clips among them: the study's part 2. A leak.</summary>
    AllClipsByPlace,

    /// <summary>Each frame's features to 0 and 1 among themselves: the study's part 1.</summary>
    WithinFrame,
}
