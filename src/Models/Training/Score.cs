namespace Research.Models.Training;

/// <summary>Loss and, for classes, accuracy on some items.</summary>
public sealed record Score(double Loss, double Accuracy)
{
    /// <summary>The score as values of an epoch: validation_loss and validation_accuracy.</summary>
    public MetricValues AsValidation() => new((MetricNames.ValidationLoss, Loss), (MetricNames.ValidationAccuracy, Accuracy));
}
