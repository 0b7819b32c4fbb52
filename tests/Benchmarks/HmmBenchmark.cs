using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.FrontEnds;
using Research.Features.Normalization;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Benchmarks;

/// <summary>Training the 20-point grid of digits-2: ten models each, 6 MFCC, diagonal. numpy 9.0 s wall, hmmlearn 92.8 s CPU (stated).</summary>
internal static class HmmBenchmark
{
    public static void Run(Dataset data)
    {
        Matrix[] clips = MfccFrames.Course(6).Of(data);
        int[] classes = data.Classes();
        int[] train = data.Of(Subset.Train);
        Split split = StratifiedSplit.Of([.. train.Select(i => classes[i])], 0.2, Rng.For(1, "benchmark")).Of(train);
        Matrix[] own = [.. split.Train.Select(i => clips[i])];
        Standardizer standardizer = Standardizer.Fit(own);
        Matrix[] frames = [.. own.Select(standardizer.Apply)];
        int[] labels = [.. split.Train.Select(i => classes[i])];
        Measure.Best("20-point grid, 6 MFCC, diagonal: training", 2, () => Grid(frames, labels));
        Measure.Best("20-point grid, 6 MFCC, diagonal: training", 1, () => Grid(frames, labels));
    }

    private static void Grid(Matrix[] frames, int[] labels)
    {
        for (int states = 1; states <= 4; states++)
        {
            for (int mixtures = 1; mixtures <= 5; mixtures++)
            {
                HmmSettings settings = new()
                {
                    States = states,
                    Mixtures = mixtures,
                    Covariance = Covariance.Diagonal,
                    Iterations = 10,
                    Tolerance = 1e-4,
                    AddedVariance = 0.01,
                };
                HmmClassifier.Fit(frames, labels, 10, settings, 1);
            }
        }
    }
}
