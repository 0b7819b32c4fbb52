namespace Research.Evaluation.Recognition;

/// <summary>What a model says of one recording, as it is: not calibrated, not rejected.</summary>
/// <param name="Probabilities">Of each class, in the card's order.</param>
/// <param name="Familiarity">How well the recording is like those of the training, by the model's own measure (docs/tool.md); higher is more.</param>
public sealed record Answer(double[] Probabilities, double Familiarity)
{
    /// <summary>The same by the model's background, which knows the recordings of the training and not what was said; null where it has none.</summary>
    public double? Background { get; init; }
}
