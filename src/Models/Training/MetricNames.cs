namespace Research.Models.Training;

/// <summary>Names of the values that supervised training puts into the history; a training step may add others.</summary>
public static class MetricNames
{
    /// <summary>Mean over the items of the batches' losses, while the weights changed.</summary>
    public const string TrainLoss = "train_loss";

    public const string ValidationLoss = "validation_loss";

    public const string ValidationAccuracy = "validation_accuracy";

    /// <summary>Rate of the epoch's last update. A step with several optimisers has one for each, such as generator_learning_rate.</summary>
    public const string LearningRate = "learning_rate";
}
