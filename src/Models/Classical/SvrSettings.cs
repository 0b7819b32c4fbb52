using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Support vector regression.</summary>
public sealed record SvrSettings
{
    /// <summary>Kernel, price of an error, and when training ends; in the unit of the targets.</summary>
    public required SvmSettings Svm { get; init; }

    /// <summary>ε: errors up to this cost nothing; in the unit of the targets, at least 0.</summary>
    public required double Epsilon { get; init; }

    /// <summary>scikit-learn's defaults: C = 1, γ = 'scale', tolerance 1e-3, ε = 0.1.</summary>
    public static SvrSettings ScikitLearn(SvmKernel kernel) => new() { Svm = SvmSettings.ScikitLearn(kernel), Epsilon = 0.1 };

    internal void Check()
    {
        if (!(Epsilon >= 0 && Svm.C > 0 && Svm.Tolerance > 0))
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"ε = {Epsilon}, C = {Svm.C}, tolerance {Svm.Tolerance}: support vector regression needs ε of at least 0, and the others above 0."
                )
            );
        }
    }
}
