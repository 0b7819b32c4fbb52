using Research.Data;
using Research.Data.Splits;
using Research.Features.Normalization;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Experiments.Digits;

/// <summary>Training and testing one set of digit models: standardise on the training frames, train, predict.</summary>
internal static class HmmTrial
{
    /// <summary>Settings in words, as tables have them.</summary>
    public static string Words(int coefficients, HmmSettings hmm)
    {
        return $"mfcc {coefficients}, states {hmm.States}, mixtures {hmm.Mixtures}, {Words(hmm.Covariance)}";
    }

    public static string Words(Covariance covariance) => covariance == Covariance.Full ? "full" : "diagonal";

    /// <summary>Classes predicted for each list of clips; a run that goes on after a kill does not repeat what it had done.</summary>
    /// <param name="lab">Keeps the training's state, and then the prediction.</param>
    /// <param name="name">Which trial of the experiment it is, unique within the run.</param>
    /// <param name="clips">Frames of all clips.</param>
    /// <param name="classes">Classes of all clips.</param>
    public static int[][] Predict(
        Lab lab,
        string name,
        Matrix[] clips,
        int[] classes,
        int classCount,
        int[] train,
        HmmSettings settings,
        ulong seed,
        params IReadOnlyList<int[]> parts
    )
    {
        return lab.Checkpoints.Once(name, TrainAndPredict, Write, Read);

        int[][] TrainAndPredict()
        {
            Matrix[] training = [.. train.Select(i => clips[i])];
            Standardizer standardizer = Standardizer.Fit(training);
            Matrix[] standardised = Work.Select(training.Length, i => standardizer.Apply(training[i]));
            HmmClassifier model = HmmClassifier.Fit(
                standardised,
                [.. train.Select(i => classes[i])],
                classCount,
                settings,
                seed,
                lab.Checkpoints,
                name
            );
            return [.. parts.Select(part => model.Predict(Work.Select(part.Length, i => standardizer.Apply(clips[part[i]]))))];
        }
    }

    /// <summary>The published split's training part, divided again into training and validation, stratified by digit.</summary>
    public static Split Validation(Dataset data, double fraction, ulong seed)
    {
        int[] train = data.Of(Part.Train);
        int[] classes = data.Classes();
        return StratifiedSplit.Of([.. train.Select(i => classes[i])], fraction, Rng.For(seed, "digits/validation")).Of(train);
    }

    private static void Write(BinaryWriter writer, int[][] predicted)
    {
        writer.Write(predicted.Length);
        foreach (int[] part in predicted)
        {
            writer.Write(part.Length);
            Array.ForEach(part, writer.Write);
        }
    }

    private static int[][] Read(BinaryReader reader)
    {
        var predicted = new int[reader.ReadInt32()][];
        for (int p = 0; p < predicted.Length; p++)
        {
            predicted[p] = new int[reader.ReadInt32()];
            for (int i = 0; i < predicted[p].Length; i++)
            {
                predicted[p][i] = reader.ReadInt32();
            }
        }

        return predicted;
    }
}
