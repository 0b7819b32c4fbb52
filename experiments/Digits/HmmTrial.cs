using Research.Data;
using Research.Data.Splits;
using Research.Features.Normalization;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;

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

    /// <summary>Classes predicted for each list of clips.</summary>
    /// <param name="clips">Frames of all clips.</param>
    /// <param name="classes">Classes of all clips.</param>
    public static int[][] Predict(
        Matrix[] clips,
        int[] classes,
        int classCount,
        int[] train,
        HmmSettings settings,
        ulong seed,
        params IReadOnlyList<int[]> parts
    )
    {
        Matrix[] training = [.. train.Select(i => clips[i])];
        Standardizer standardizer = Standardizer.Fit(training);
        Matrix[] standardised = Work.Select(training.Length, i => standardizer.Apply(training[i]));
        HmmClassifier model = HmmClassifier.Fit(standardised, [.. train.Select(i => classes[i])], classCount, settings, seed);
        return [.. parts.Select(part => model.Predict(Work.Select(part.Length, i => standardizer.Apply(clips[part[i]]))))];
    }

    /// <summary>The published split's training part, divided again into training and validation, stratified by digit.</summary>
    public static Split Validation(Dataset data, double fraction, ulong seed)
    {
        int[] train = data.Of(Part.Train);
        int[] classes = data.Classes();
        return StratifiedSplit.Of([.. train.Select(i => classes[i])], fraction, Rng.For(seed, "digits/validation")).Of(train);
    }
}
