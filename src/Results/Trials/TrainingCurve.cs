namespace Research.Results.Trials;

/// <summary>Named values after each epoch of a training, and the epoch whose weights were taken.</summary>
/// <param name="Metrics">Such as train_loss and validation_accuracy.</param>
/// <param name="Epochs">Shape [epochs, metrics]; NaN where a value was not measured.</param>
/// <param name="Taken">The epoch, counted from 1.</param>
public sealed record TrainingCurve(IReadOnlyList<string> Metrics, IReadOnlyList<double[]> Epochs, int Taken)
{
    public const string TrainLoss = "train_loss";
    public const string TrainAccuracy = "train_accuracy";
    public const string ValidationLoss = "validation_loss";
    public const string ValidationAccuracy = "validation_accuracy";

    /// <summary>One metric over the epochs.</summary>
    /// <exception cref="ArgumentException">The training has no such metric.</exception>
    public double[] Of(string metric)
    {
        for (int k = 0; k < Metrics.Count; k++)
        {
            if (Metrics[k] == metric)
            {
                return [.. Epochs.Select(epoch => epoch[k])];
            }
        }

        throw new ArgumentException($"The training has no '{metric}'; it has {string.Join(", ", Metrics)}.", nameof(metric));
    }

    /// <summary>Whether the metric was measured.</summary>
    public bool Has(string metric) => Metrics.Contains(metric);
}
