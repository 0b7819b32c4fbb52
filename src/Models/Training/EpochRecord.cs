namespace Research.Models.Training;

/// <summary>What an epoch, counted from 1, gave.</summary>
/// <param name="Values">The step's losses (means over the items), the validation's values, and the learning rates, in this order.</param>
public sealed record EpochRecord(int Epoch, MetricValues Values)
{
    /// <summary>An epoch of supervised training.</summary>
    /// <param name="trainLoss">Mean over the items of the batches' losses while the weights changed.</param>
    /// <param name="validation">Loss and accuracy on the validation items, if there are any.</param>
    public EpochRecord(int epoch, double trainLoss, Score? validation)
        : this(epoch, Named(trainLoss, validation)) { }

    /// <summary>The value named train_loss.</summary>
    /// <exception cref="KeyNotFoundException">The step names its losses otherwise.</exception>
    public double TrainLoss => Values[MetricNames.TrainLoss];

    /// <summary>The values named validation_loss and validation_accuracy (0 where there is none); null without a validation loss.</summary>
    public Score? Validation =>
        Values.Has(MetricNames.ValidationLoss)
            ? new Score(
                Values[MetricNames.ValidationLoss],
                Values.Has(MetricNames.ValidationAccuracy) ? Values[MetricNames.ValidationAccuracy] : 0
            )
            : null;

    private static MetricValues Named(double trainLoss, Score? validation)
    {
        var train = new MetricValues((MetricNames.TrainLoss, trainLoss));
        return validation is null ? train : train.And(validation.AsValidation());
    }
}
