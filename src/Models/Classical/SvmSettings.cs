namespace Research.Models.Classical;

/// <summary>A support vector machine.</summary>
public sealed record SvmSettings
{
    public required SvmKernel Kernel { get; init; }

    /// <summary>Price of a margin error.</summary>
    public required double C { get; init; }

    /// <summary>Width of the rbf kernel e^(−γ|a − b|²); null for scikit-learn's 'scale', 1/(features·variance of all values).</summary>
    public required double? Gamma { get; init; }

    /// <summary>Training ends when no pair violates optimality by more than this.</summary>
    public required double Tolerance { get; init; }

    /// <summary>scikit-learn's defaults: C = 1, γ = 'scale', tolerance 1e-3.</summary>
    public static SvmSettings ScikitLearn(SvmKernel kernel) =>
        new()
        {
            Kernel = kernel,
            C = 1,
            Gamma = null,
            Tolerance = 1e-3,
        };
}

public enum SvmKernel
{
    Linear,
    Rbf,
}
