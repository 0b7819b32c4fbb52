namespace Research.Experiments.SpeechEmotion;

/// <summary>An attention network over frames, with its frames.</summary>
internal sealed class AttentionRecognizer(
    ModelCard card,
    AttentionRecognizerSettings settings,
    Standardizer scaling,
    byte[] weights
) : Recognizer(card, KindName, settings)
{
    public const string KindName = "attention";

    public const string Note =
        "Probabilities of a network that learned actors' emotions; made less sure of itself by a temperature (docs/speech-emotion.md).";

    protected override Answer AnswerAlone(Waveform waveform)
    {
        Matrix frames = scaling.Apply(settings.Frames.Of(waveform));
        var items = new AttentionItems([frames], [0], Card.Labels.Count, null, null);
        using var learner = new AttentionLearner(items, settings.Network, 0);
        ModelFile.Read(learner.Network, weights);
        learner.Network.eval();
        float[] scores = learner.Scores([0])[0];
        return new(ClassScores.Softmax(scores), Familiarity.OfScores(scores));
    }

    public override void WriteWeights(BinaryWriter writer) => NetworkFile.Write(writer, scaling, weights);

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
