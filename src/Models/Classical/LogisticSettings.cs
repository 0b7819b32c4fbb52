namespace Research.Models.Classical;

/// <summary>Logistic regression with a ridge penalty.</summary>
public sealed record LogisticSettings
{
    /// <summary>Weight of the data's loss against ½|w|²; intercepts are not penalised.</summary>
    public required double C { get; init; }

    public required LogisticScheme Scheme { get; init; }

    /// <summary>Training ends when no component of the gradient exceeds this.</summary>
    public required double Tolerance { get; init; }

    public required int Iterations { get; init; }
}

/// <summary>How several classes are modelled.</summary>
public enum LogisticScheme
{
    /// <summary>One softmax over all classes.</summary>
    Multinomial,

    /// <summary>A binary model a class, against all others; probabilities are scaled to sum to 1.</summary>
    OneVersusRest,
}
