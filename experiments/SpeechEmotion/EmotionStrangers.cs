namespace Research.Experiments.SpeechEmotion;

/// <summary>Strangers for logistic regression over one vector an utterance.</summary>
internal sealed record VectorStrangersTrial : StrangersOf<VectorTrial, EmotionVectors>
{
    protected override Recognizer Read(ModelCard card, BinaryReader reader) => VectorRecognizer.Read(card, Recogniser, reader);
}

/// <summary>Strangers for the attention network.</summary>
internal sealed record AttentionStrangersTrial : StrangersOf<AttentionTrial, AttentionRecognizerSettings>
{
    protected override Recognizer Read(ModelCard card, BinaryReader reader) => AttentionRecognizer.Read(card, Recogniser, reader);
}
