namespace Research.Evaluation.Trials;

/// <summary>How many generated pictures of each class take part in a training.</summary>
/// <param name="Train">To learn from.</param>
/// <param name="Validation">To say when the rate falls.</param>
public sealed record GeneratedParts(int Train, int Validation);
