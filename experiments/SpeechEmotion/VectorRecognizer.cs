using Research.Data;
using Research.Experiments.Digits;
using Research.Experiments.Recognition;
using Research.Features.Normalization;
using Research.Models.Classical;
using Research.Numerics;

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

    private const string Advice =
        "Probabilities of a multinomial logistic regression over how it is spoken (docs/speech-emotion.md). It heard actors who played their emotions.";

    public override string Kind => KindName;

    internal override object Settings => vectors;

    public override double[] Probabilities(Waveform waveform) =>
        model.Probabilities(standardizer.Apply(Matrix.OfRows([vectors.Of(waveform)]))).Row(0).ToArray();

    /// <summary>Learns from all but a random share of the clips, on which it is tested.</summary>
    public static VectorRecognizer Train(
        Dataset data,
        VectorTrial trial,
        EmotionVectors vectors,
        LogisticClassifierSettings settings,
        double testFraction,
        ulong seed
    )
    {
        ThreeParts parts = ThreeParts.Random(trial.Classes, testFraction, testFraction, seed);
        int[] train = [.. parts.Train.Concat(parts.Validation).Order()];
        Matrix rows = trial.Vectors.Take(train);
        Standardizer standardizer = Standardizer.Fit(rows);
        int[] own = [.. train.Select(i => trial.Classes[i])];
        var model = LogisticRegression.Fit(standardizer.Apply(rows), own, trial.ClassCount, settings.Logistic);
        int[] truth = [.. parts.Test.Select(i => trial.Classes[i])];
        int[] predicted = model.Predict(standardizer.Apply(trial.Vectors.Take(parts.Test)));
        var card = new ModelCard
        {
            Title = $"Emotion of an utterance: {settings.Name} over {vectors.Words} values",
            Labels = data.Labels,
            Dataset = data.Id,
            DatasetVersion = data.Version,
            DatasetDigest = data.Digest,
            Synthetic = data.Synthetic,
            LearnedFrom = train.Length,
            Score = Scores.Of("random split, speakers shared", truth, predicted, trial.ClassCount),
            Seen = InputRange.Of(train.Select(i => data.Clips[i])),
            Note = Advice,
        };
        return new VectorRecognizer(card, vectors, standardizer, model);
    }

    internal override void WriteWeights(BinaryWriter writer)
    {
        MatrixBinary.Write(writer, standardizer.Mean);
        MatrixBinary.Write(writer, standardizer.Scale);
        MatrixBinary.Write(writer, model.Weights);
        MatrixBinary.Write(writer, model.Intercepts);
    }

    public static Recognizer Read(ModelCard card, EmotionVectors settings, BinaryReader reader)
    {
        var standardizer = new Standardizer(MatrixBinary.ReadVector(reader), MatrixBinary.ReadVector(reader));
        var model = LogisticRegression.Of(MatrixBinary.Read(reader), MatrixBinary.ReadVector(reader));
        return new VectorRecognizer(card, settings, standardizer, model);
    }
}

internal sealed class VectorModelKind() : ModelKind<EmotionVectors>(VectorRecognizer.KindName, VectorRecognizer.Read);
