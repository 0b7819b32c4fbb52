using Research.Models.Classical;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Experiments.SpeechEmotion;

/// <summary>Training and testing one attention network: scale, train, stop, test.</summary>
/// <param name="Lab">Keeps the training's state, and then its result.</param>
/// <param name="Name">Which trial of the experiment it is, unique within the run.</param>
/// <param name="Share">Its share of the experiment's work, told epoch by epoch.</param>
internal sealed record NetTrial(Lab Lab, string Name, double Share)
{
    /// <summary>One training; a run that goes on after a kill repeats no epoch that it had done.</summary>
    public NetRun Run(EmotionData data, ThreeParts parts, NetVariant variant, ulong seed)
    {
        bool trained = false;
        NetRun run = Lab.Checkpoints.Once(Name, Compute, NetRun.Write, NetRun.Read);
        if (!trained)
        {
            Lab.Advance(Share);
        }

        return run;

        NetRun Compute()
        {
            trained = true;
            using AttentionLearner learner = Learner(data, parts, variant, seed, out int[] train);
            (History history, double[] training) = Train(learner, parts, train, variant, seed);
            return new NetRun(history.Epochs, training, history.BestEpoch, learner.Probabilities(parts.Test));
        }
    }

    /// <summary>The network itself, trained as the run of that name was, to the same bits.</summary>
    public AttentionLearner Trained(EmotionData data, ThreeParts parts, NetVariant variant, ulong seed)
    {
        AttentionLearner learner = Learner(data, parts, variant, seed, out int[] train);
        Train(learner, parts, train, variant, seed);
        return learner;
    }

    // The history, and the accuracies on training clips where they are asked for.
    private (History History, double[] Training) Train(
        AttentionLearner learner,
        ThreeParts parts,
        int[] train,
        NetVariant variant,
        ulong seed
    )
    {
        TrainingSettings settings = variant.TrainingOf(train.Length);
        using var loop = new TrainingLoop(learner, settings, seed);
        var training = new Dictionary<int, double>();
        double told = 0;
        double each = Share / settings.Epochs;
        History history = loop.Run(
            train,
            parts.Validation.Length > 0 ? Validate : null,
            Lab.Checkpoints,
            $"{Name}/training",
            Tell
        );
        Lab.Advance(Share - told);
        IEnumerable<int> epochs = variant.TellsTraining ? history.Epochs.Select(epoch => epoch.Epoch) : [];
        return (history, [.. epochs.Select(epoch => training.TryGetValue(epoch, out double own) ? own : Accuracy(epoch))]);

        Score Validate()
        {
            if (variant.TellsTraining)
            {
                training[loop.EpochsDone + 1] = Accuracy(loop.EpochsDone + 1);
            }

            return learner.Score(parts.Validation);
        }

        double Accuracy(int epoch) => TrainAccuracy(learner, parts, epoch);

        void Tell(EpochRecord record)
        {
            Lab.Advance(each);
            told += each;
        }
    }

    // Kept under a name of its own, so that a training that goes on after a kill has the epochs before it too.
    private double TrainAccuracy(AttentionLearner learner, ThreeParts parts, int epoch)
    {
        int every = parts.Validation.Length > 0 ? Math.Max(1, parts.Train.Length / parts.Validation.Length) : 1;
        return Lab.Checkpoints.Once(
            $"{Name}/training accuracy {epoch}",
            () => learner.Score([.. parts.Train.Where((_, i) => i % every == 0)]).Accuracy,
            (writer, accuracy) => writer.Write(accuracy),
            reader => reader.ReadDouble()
        );
    }

    private static AttentionLearner Learner(EmotionData data, ThreeParts parts, NetVariant variant, ulong seed, out int[] train)
    {
        List<Matrix> sequences = [.. FrameScaler.Apply(data.Frames, parts.Train, variant.Scaling)];
        List<int> classes = [.. data.Classes];
        if (variant.SyntheticNeighbours is { } neighbours)
        {
            (Matrix rows, int[] own) = Smote.Of(
                FrameScaler.Rows([.. parts.Train.Select(i => sequences[i])]),
                [.. parts.Train.Select(i => classes[i])],
                neighbours,
                Rng.For(seed, "emotion/smote")
            );
            sequences.AddRange(Enumerable.Range(0, rows.Rows).Select(i => FrameScaler.Clip(rows.Row(i), data.Frames[0].Columns)));
            classes.AddRange(own);
        }

        train = [.. parts.Train, .. Enumerable.Range(data.Frames.Length, sequences.Count - data.Frames.Length)];
        int count = data.Labels.Count;
        float[]? weights = variant.WeighsClasses ? Weights([.. train.Select(i => classes[i])], count) : null;
        var items = new AttentionItems(sequences, classes, count, variant.AttendsVoiced ? data.Voiced : null, weights);
        return new AttentionLearner(items, variant.Network, seed);
    }

    private static float[] Weights(int[] classes, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(c => (float)classes.Length / (count * Math.Max(1, classes.Count(own => own == c)))),
        ];
}
