using Research.Data;
using Research.Experiments.Recognition;
using Research.Features.Normalization;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;

namespace Research.Experiments.Digits;

/// <summary>A recurrent network over MFCC frames, with its frames.</summary>
internal sealed class LstmRecognizer(ModelCard card, LstmRecognizerSettings settings, Standardizer standardizer, byte[] weights)
    : Recognizer(card)
{
    public const string KindName = "recurrent";

    public override string Kind => KindName;

    internal override object Settings => settings;

    public override double[] Probabilities(Waveform waveform)
    {
        Matrix frames = standardizer.Apply(settings.FrontEnd.Of(waveform));
        using var learner = new SequenceLearner([frames], [0], Card.Labels.Count, settings.Network, 0);
        ModelFile.Read(learner.Network, weights);
        learner.Network.eval();
        return ClassScores.Softmax(learner.Scores([0])[0]);
    }

    internal override void WriteWeights(BinaryWriter writer)
    {
        MatrixBinary.Write(writer, standardizer.Mean);
        MatrixBinary.Write(writer, standardizer.Scale);
        writer.Write(weights.Length);
        writer.Write(weights);
    }

    public static Recognizer Read(ModelCard card, LstmRecognizerSettings settings, BinaryReader reader)
    {
        var standardizer = new Standardizer(MatrixBinary.ReadVector(reader), MatrixBinary.ReadVector(reader));
        byte[] weights = reader.ReadBytes(reader.ReadInt32());
        return new LstmRecognizer(card, settings, standardizer, weights);
    }
}

/// <summary>Frames and network of a recurrent recogniser.</summary>
public sealed record LstmRecognizerSettings(DigitFrontEnd FrontEnd, RecurrentSettings Network);
