using Research.Data;
using Research.Data.Splits;
using Research.Experiments.Recognition;
using Research.Features.Normalization;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;

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

    /// <summary>The network of a trial that has run, from where its training was kept, to the same bits.</summary>
    /// <param name="name">The trial's.</param>
    /// <param name="clips">Frames of all clips.</param>
    public static LstmRecognizer Of(
        Lab lab,
        string name,
        Dataset data,
        Matrix[] clips,
        LstmVariant variant,
        Split split,
        ulong seed
    )
    {
        Standardizer standardizer = Standardizer.Fit([.. split.Train.Select(i => clips[i])]);
        Matrix[] sequences = Work.Select(clips.Length, i => standardizer.Apply(clips[i]));
        using var learner = new SequenceLearner(sequences, data.Classes(), data.Labels.Count, variant.Network, seed);
        using var loop = new TrainingLoop(learner, variant.Training, seed);
        loop.Run(split.Train, () => learner.Score(split.Test), lab.Checkpoints, $"{name}/training");
        ModelCard card = DigitCard.Of(data, $"Spoken digit: {variant.Words}", split.Train, learner.Predict(data.Of(Part.Test)));
        var settings = new LstmRecognizerSettings(DigitFrontEnd.Telephone(variant.Frames), variant.Network);
        return new LstmRecognizer(card, settings, standardizer, ModelFile.Write(learner.Network));
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

internal sealed class LstmModelKind() : ModelKind<LstmRecognizerSettings>(LstmRecognizer.KindName, LstmRecognizer.Read);
