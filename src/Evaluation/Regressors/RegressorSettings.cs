using Research.Models.Classical;
using Research.Numerics;

namespace Research.Evaluation.Regressors;

/// <summary>A regressor by name, and how it is fitted to standardised rows.</summary>
/// <param name="Name">As tables have it.</param>
public abstract record RegressorSettings(string Name)
{
    /// <summary>Fits one target; predictions are in the target's unit.</summary>
    public abstract IRegressor Fit(Matrix rows, double[] targets, ulong seed);
}

public sealed record RidgeRegressorSettings(string Name, RidgeSettings Ridge) : RegressorSettings(Name)
{
    public override IRegressor Fit(Matrix rows, double[] targets, ulong seed) => RidgeRegression.Fit(rows, targets, Ridge);
}

/// <summary>Support vector regression of standardised targets: ε and C are in deviations of the training targets.</summary>
public sealed record SvrRegressorSettings(string Name, SvrSettings Svr) : RegressorSettings(Name)
{
    public override IRegressor Fit(Matrix rows, double[] targets, ulong seed) =>
        TargetScaling.Fit(targets, scaled => SupportVectorRegression.Fit(rows, scaled, Svr));
}

public sealed record ForestRegressorSettings(string Name, RegressionForestSettings Forest) : RegressorSettings(Name)
{
    public override IRegressor Fit(Matrix rows, double[] targets, ulong seed) =>
        RegressionForest.Fit(rows, targets, Forest, seed);
}
