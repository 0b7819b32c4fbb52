namespace Research.Experiments.SpeechEmotion;

/// <summary>Logistic regression over one vector an utterance, with its features.</summary>
internal sealed class VectorRecognizer(ModelCard card, EmotionVectors vectors, Standardizer scaling, LogisticRegression model)
    : Recognizer(card, KindName, vectors)
{
    public const string KindName = "vector";

    public const string Note =
        "Probabilities of a multinomial logistic regression over how it is spoken (docs/speech-emotion.md). It heard actors who played their emotions.";

    protected override Answer AnswerAlone(Waveform waveform)
    {
        Matrix values = scaling.Apply(Matrix.OfRows([vectors.Of(waveform)]));
        return new(model.Probabilities(values).Row(0).ToArray(), Familiarity.OfStandardised(values.Row(0)));
    }

    public override void WriteWeights(BinaryWriter writer) => VectorFile.Write(writer, scaling, model);

    public static Recognizer Read(ModelCard card, EmotionVectors settings, BinaryReader reader)
    {
        (Standardizer scaling, LogisticRegression model) = VectorFile.Read(reader);
        return new VectorRecognizer(card, settings, scaling, model);
    }
}

internal sealed class VectorModelKind() : ModelKind<EmotionVectors>(VectorRecognizer.KindName, VectorRecognizer.Read);
