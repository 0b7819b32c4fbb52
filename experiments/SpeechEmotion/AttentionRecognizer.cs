namespace Research.Experiments.SpeechEmotion;

/// <summary>An attention network over frames, with its frames.</summary>
internal sealed class AttentionRecognizer(
    ModelCard card,
    AttentionRecognizerSettings settings,
    Standardizer scaling,
    byte[] weights
) : NetworkRecognizer(card, KindName, settings, scaling, weights)
{
    public const string KindName = "attention";

    public const string Note =
        "Probabilities of a network that learned actors' emotions; made less sure of itself by a temperature (docs/speech-emotion.md).";

    protected override Matrix FramesOf(Waveform waveform) => settings.Frames.Of(waveform);

    protected override IClassLearner Untrained(Matrix frames) =>
        new AttentionLearner(new([frames], [0], Card.Labels.Count, null, null), settings.Network, 0);

    public static Recognizer Read(ModelCard card, AttentionRecognizerSettings settings, BinaryReader reader)
    {
        (Standardizer scaling, byte[] weights) = NetworkFile.Read(reader);
        NetworkFile.CheckRoom(weights, settings.Network.LeastWeights(scaling.Mean.Length, card.Labels.Count));
        return new AttentionRecognizer(card, settings, scaling, weights);
    }
}

internal sealed class AttentionModelKind()
    : ModelKind<AttentionRecognizerSettings>(AttentionRecognizer.KindName, AttentionRecognizer.Read);

/// <summary>Frames and network of an attention recogniser.</summary>
internal sealed record AttentionRecognizerSettings(LibrosaFrames Frames, AttentionSettings Network);
