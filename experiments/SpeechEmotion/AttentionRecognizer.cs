using Research.Data;
using Research.Experiments.Recognition;
using Research.Features.Normalization;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;

namespace Research.Experiments.SpeechEmotion;

/// <summary>An attention network over frames, with its frames.</summary>
internal sealed class AttentionRecognizer(
    ModelCard card,
    AttentionRecognizerSettings settings,
    Standardizer standardizer,
    byte[] weights
) : Recognizer(card)
{
    public const string KindName = "attention";

    public override string Kind => KindName;

    internal override object Settings => settings;

    public override double[] Probabilities(Waveform waveform)
    {
        Matrix frames = standardizer.Apply(settings.Frames.Of(waveform));
        var items = new AttentionItems([frames], [0], Card.Labels.Count, null, null);
        using var learner = new AttentionLearner(items, settings.Network, 0);
        ModelFile.Read(learner.Network, weights);
        learner.Network.eval();
        return learner.Probabilities([0])[0];
    }

    internal override void WriteWeights(BinaryWriter writer)
    {
        MatrixBinary.Write(writer, standardizer.Mean);
        MatrixBinary.Write(writer, standardizer.Scale);
        writer.Write(weights.Length);
        writer.Write(weights);
    }

    public static Recognizer Read(ModelCard card, AttentionRecognizerSettings settings, BinaryReader reader)
    {
        var standardizer = new Standardizer(MatrixBinary.ReadVector(reader), MatrixBinary.ReadVector(reader));
        byte[] weights = reader.ReadBytes(reader.ReadInt32());
        return new AttentionRecognizer(card, settings, standardizer, weights);
    }
}

/// <summary>Frames and network of an attention recogniser.</summary>
public sealed record AttentionRecognizerSettings(LibrosaFrames Frames, AttentionSettings Network);

internal sealed class AttentionModelKind()
    : ModelKind<AttentionRecognizerSettings>(AttentionRecognizer.KindName, AttentionRecognizer.Read);
