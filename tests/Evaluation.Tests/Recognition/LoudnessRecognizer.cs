using Research.Data;
using Research.Evaluation.Recognition;
using Research.Numerics;

namespace Research.Evaluation.Tests.Recognition;

/// <summary>Says by the level alone whether a recording is loud: the smallest recogniser that has settings and weights.</summary>
internal sealed class LoudnessRecognizer(ModelCard card, LoudnessSettings settings, double threshold)
    : Recognizer(card, KindName, settings)
{
    public const string KindName = "loudness";

    protected override Answer AnswerAlone(Waveform waveform)
    {
        double level = settings.Gain * OrderedSum.Dot(waveform.Samples, waveform.Samples) / waveform.Samples.Length;
        double loud = level / (level + threshold);
        return new([loud, 1 - loud], level);
    }

    public override void WriteWeights(BinaryWriter writer) => writer.Write(threshold);

    public static Recognizer Read(ModelCard card, LoudnessSettings settings, BinaryReader reader) =>
        new LoudnessRecognizer(card, settings, reader.ReadDouble());
}

internal sealed class LoudnessKind() : ModelKind<LoudnessSettings>(LoudnessRecognizer.KindName, LoudnessRecognizer.Read);

internal sealed record LoudnessSettings(double Gain);
