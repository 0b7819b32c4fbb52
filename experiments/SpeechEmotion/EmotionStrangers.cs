namespace Research.Experiments.SpeechEmotion;

/// <summary>Strangers for logistic regression over one vector an utterance.</summary>
internal sealed record VectorStrangersTrial : StrangersTrial
{
    public required VectorTrial Model { get; init; }

    public required EmotionVectors Recogniser { get; init; }

    public override Trial Trained => Model;

    protected override Recognizer Read(ModelCard card, BinaryReader reader) => VectorRecognizer.Read(card, Recogniser, reader);
}

/// <summary>Strangers for the attention network.</summary>
internal sealed record AttentionStrangersTrial : StrangersTrial
{
    public required AttentionTrial Model { get; init; }

    public required AttentionRecognizerSettings Recogniser { get; init; }

    public override Trial Trained => Model;

    protected override Recognizer Read(ModelCard card, BinaryReader reader) => AttentionRecognizer.Read(card, Recogniser, reader);
}
