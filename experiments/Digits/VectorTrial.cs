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
    public int[] SpeakersLeftOut(Dataset data, ClassifierSettings settings) =>
        Digits.SpeakersLeftOut.Predict(data, split => Predict(split.Train, split.Test, settings, 0), () => { });
}
