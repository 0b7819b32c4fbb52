using Research.Data;
using Research.Data.Splits;
using Research.Experiments.Recognition;
using Research.Features.Normalization;
using Research.Features.Sampling;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Experiments.Digits;

/// <summary>Digit models with their frames: one hidden Markov model a digit.</summary>
internal sealed class HmmRecognizer(
    ModelCard card,
    HmmRecognizerSettings settings,
    Standardizer standardizer,
    HmmClassifier models
) : Recognizer(card)
{
    public const string KindName = "hmm";

    public override string Kind => KindName;

    internal override object Settings => settings;

    /// <summary>Each digit as likely as the others before anything is heard; Viterbi log-probabilities, as the study decides.</summary>
    public override double[] Probabilities(Waveform waveform)
    {
        Matrix frames = standardizer.Apply(settings.Of(waveform));
        return Scores.Softmax([.. models.Models.Select(model => model.Viterbi(frames).LogProbability)]);
    }

    /// <summary>The models of a trial that has run, from where its training was kept, to the same bits.</summary>
    /// <param name="name">The trial's; one of its own where no trial had this front end.</param>
    /// <param name="frames">Frames of all clips, as they were computed.</param>
    public static HmmRecognizer Of(
        Lab lab,
        string name,
        Dataset data,
        Matrix[] frames,
        HmmRecognizerSettings settings,
        HmmVariant variant,
        Split split,
        ulong seed
    )
    {
        int[] classes = data.Classes();
        Matrix[] clips = [.. frames.Select(settings.Scaled)];
        Matrix[] training = [.. split.Train.Select(i => clips[i])];
        Standardizer standardizer = Standardizer.Fit(training);
        HmmClassifier models = HmmClassifier.Fit(
            [.. training.Select(standardizer.Apply)],
            [.. split.Train.Select(i => classes[i])],
            data.Labels.Count,
            variant.Hmm,
            seed,
            lab.Checkpoints,
            name
        );
        int[] test = data.Of(Part.Test);
        int[] predicted = models.Predict([.. test.Select(i => standardizer.Apply(clips[i]))]);
        string scaled = settings.PerUtterance ? ", normalised per utterance" : "";
        ModelCard card = DigitCard.Of(
            data,
            $"Spoken digit: hidden Markov models, {variant.Words}{scaled}",
            split.Train,
            predicted
        );
        return new HmmRecognizer(card, settings, standardizer, models);
    }

    internal override void WriteWeights(BinaryWriter writer)
    {
        MatrixBinary.Write(writer, standardizer.Mean);
        MatrixBinary.Write(writer, standardizer.Scale);
        writer.Write(models.Models.Count);
        foreach (LeftRightHmm model in models.Models)
        {
            MatrixBinary.Write(writer, model.Stay);
            foreach (GaussianMixture emission in model.Emissions)
            {
                Write(writer, emission);
            }
        }
    }

    public static Recognizer Read(ModelCard card, HmmRecognizerSettings settings, BinaryReader reader)
    {
        var standardizer = new Standardizer(MatrixBinary.ReadVector(reader), MatrixBinary.ReadVector(reader));
        var models = new LeftRightHmm[reader.ReadInt32()];
        for (int m = 0; m < models.Length; m++)
        {
            double[] stay = MatrixBinary.ReadVector(reader);
            models[m] = new LeftRightHmm(stay, [.. stay.Select(_ => ReadMixture(reader))]);
        }

        return new HmmRecognizer(card, settings, standardizer, new(models));
    }

    private static void Write(BinaryWriter writer, GaussianMixture mixture)
    {
        writer.Write(mixture.Shape == Covariance.Full);
        MatrixBinary.Write(writer, mixture.Weights);
        MatrixBinary.Write(writer, mixture.Means);
        foreach (Matrix covariance in mixture.Covariances)
        {
            MatrixBinary.Write(writer, covariance);
        }
    }

    private static GaussianMixture ReadMixture(BinaryReader reader)
    {
        bool full = reader.ReadBoolean();
        double[] weights = MatrixBinary.ReadVector(reader);
        Matrix means = MatrixBinary.Read(reader);
        Matrix[] covariances = [.. weights.Select(_ => MatrixBinary.Read(reader))];
        return full
            ? GaussianMixture.OfFull(weights, means, covariances)
            : GaussianMixture.OfDiagonal(weights, means, Matrix.OfRows([.. covariances.Select(row => row.Row(0).ToArray())]));
    }
}

/// <summary>Frames of a recogniser of hidden Markov models.</summary>
/// <param name="PerUtterance">Whether each recording is brought to mean 0 and deviation 1 by itself, which takes much of the voice and of the microphone away.</param>
public sealed record HmmRecognizerSettings(DigitFrontEnd FrontEnd, bool PerUtterance)
{
    /// <summary>Shape [frames, coefficients].</summary>
    public Matrix Of(Waveform waveform) => Scaled(FrontEnd.Of(waveform));

    /// <summary>Frames as they were computed, scaled as these settings say.</summary>
    public Matrix Scaled(Matrix frames) => PerUtterance ? Standardizer.PerUtterance(frames) : frames;
}

/// <summary>From any recording to the frames that the digit models learned from: their sample rate, then MFCC.</summary>
/// <param name="Rate">The rate of the recordings that they learned from.</param>
/// <param name="Frames">As in the training.</param>
public sealed record DigitFrontEnd(RateSettings Rate, Frames Frames)
{
    /// <summary>8 kHz, as FSDD and the embedded digits have it.</summary>
    public static DigitFrontEnd Telephone(Frames frames) => new(RateSettings.To(8000), frames);

    /// <summary>Shape [frames, coefficients].</summary>
    public Matrix Of(Waveform waveform) => Frames.Of(RateChange.Of(waveform, Rate));
}

internal sealed class HmmModelKind() : ModelKind<HmmRecognizerSettings>(HmmRecognizer.KindName, HmmRecognizer.Read);
