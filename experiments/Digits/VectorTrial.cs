using Research.Data;
using Research.Data.Splits;
using Research.Features.Normalization;
using Research.Numerics;

namespace Research.Experiments.Digits;

/// <summary>Training and testing one classifier of vectors: standardise on the training rows, fit, predict.</summary>
internal sealed record VectorTrial(Matrix Vectors, int[] Classes, int ClassCount)
{
    public static VectorTrial Of(Dataset data, Matrix vectors) => new(vectors, data.Classes(), data.Labels.Count);

    /// <summary>Classes predicted for the test rows.</summary>
    public int[] Predict(int[] train, int[] test, ClassifierSettings settings, ulong seed)
    {
        Matrix rows = Vectors.Take(train);
        Standardizer standardizer = Standardizer.Fit(rows);
        int[] own = [.. train.Select(i => Classes[i])];
        return settings.Fit(standardizer.Apply(rows), own, ClassCount, seed).Predict(standardizer.Apply(Vectors.Take(test)));
    }

    /// <summary>Share of a split's test rows that are predicted right.</summary>
    public double Accuracy(Split split, ClassifierSettings settings, ulong seed)
    {
        int[] predicted = Predict(split.Train, split.Test, settings, seed);
        return (double)Enumerable.Range(0, predicted.Length).Count(i => predicted[i] == Classes[split.Test[i]])
            / predicted.Length;
    }

    /// <summary>Every row predicted once, by the model that did not see its speaker.</summary>
    public int[] SpeakersLeftOut(Dataset data, ClassifierSettings settings)
    {
        var predicted = new int[Classes.Length];
        foreach ((_, Split split) in LeaveOneGroupOut.Of([.. data.Clips.Select(clip => clip.Speaker)]))
        {
            int[] own = Predict(split.Train, split.Test, settings, 0);
            for (int i = 0; i < own.Length; i++)
            {
                predicted[split.Test[i]] = own[i];
            }
        }

        return predicted;
    }
}
