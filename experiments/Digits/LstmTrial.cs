using Research.Data.Splits;
using Research.Features.Normalization;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Experiments.Digits;

/// <summary>What one training gave: losses per epoch, the epoch whose weights were taken, and classes predicted for each part.</summary>
internal sealed record LstmRun(IReadOnlyList<EpochRecord> Epochs, int BestEpoch, int[][] Predicted);

/// <summary>Training and testing one recurrent network: standardise on the training frames, train, predict.</summary>
internal static class LstmTrial
{
    /// <summary>One training; a run that goes on after a kill repeats no epoch that it had done.</summary>
    /// <param name="name">Which trial of the experiment it is, unique within the run.</param>
    /// <param name="clips">Frames of all clips.</param>
    /// <param name="classes">Classes of all clips.</param>
    /// <param name="split">Clips to learn from, and clips that validate each epoch.</param>
    /// <param name="share">This training's share of the experiment, told epoch by epoch.</param>
    /// <param name="parts">Clips to predict in the end.</param>
    public static LstmRun Run(
        Lab lab,
        string name,
        Matrix[] clips,
        int[] classes,
        int classCount,
        Split split,
        LstmVariant variant,
        ulong seed,
        double share,
        params IReadOnlyList<int[]> parts
    )
    {
        bool trained = false;
        LstmRun run = lab.Checkpoints.Once(name, Train, LstmRunFile.Write, LstmRunFile.Read);
        if (!trained)
        {
            lab.Advance(share);
        }

        return run;

        LstmRun Train()
        {
            trained = true;
            Standardizer standardizer = Standardizer.Fit([.. split.Train.Select(i => clips[i])]);
            Matrix[] sequences = Work.Select(clips.Length, i => standardizer.Apply(clips[i]));
            using var learner = new SequenceLearner(sequences, classes, classCount, variant.Network, seed);
            using var loop = new TrainingLoop(learner, variant.Training, seed);
            double told = 0;
            double each = share / variant.Training.Epochs;
            History history = loop.Run(
                split.Train,
                () => learner.Score(split.Test),
                lab.Checkpoints,
                $"{name}/training",
                _ =>
                {
                    lab.Advance(each);
                    told += each;
                }
            );
            lab.Advance(share - told);
            return new LstmRun(history.Epochs, history.BestEpoch, [.. parts.Select(learner.Predict)]);
        }
    }
}
