using Research.Features.Normalization;
using Research.Models.Classical;

namespace Research.Experiments.SpeechEmotion;

/// <summary>Logistic regression over one vector an utterance, with its features.</summary>
internal sealed class VectorRecognizer(
    ModelCard card,
    EmotionVectors vectors,
    Standardizer standardizer,
    LogisticRegression model
) : Recognizer(card)
{
    public const string KindName = "vector";

    public const string Note =
        "Probabilities of a multinomial logistic regression over how it is spoken (docs/speech-emotion.md). It heard actors who played their emotions.";

    public override string Kind => KindName;

    public override object Settings => vectors;

    public override double[] Probabilities(Waveform waveform) =>
        model.Probabilities(standardizer.Apply(Matrix.OfRows([vectors.Of(waveform)]))).Row(0).ToArray();

    public override void WriteWeights(BinaryWriter writer) => VectorFile.Write(writer, standardizer, model);

    public static Recognizer Read(ModelCard card, EmotionVectors settings, BinaryReader reader)
    {
        (Standardizer standardizer, LogisticRegression model) = VectorFile.Read(reader);
        return new VectorRecognizer(card, settings, standardizer, model);
    }
}

internal sealed class VectorModelKind() : ModelKind<EmotionVectors>(VectorRecognizer.KindName, VectorRecognizer.Read);
