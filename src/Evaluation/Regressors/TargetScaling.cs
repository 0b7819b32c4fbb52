using Research.Models.Classical;
using Research.Numerics;

namespace Research.Evaluation.Regressors;

/// <summary>A model of targets with mean 0 and deviation 1, whose predictions are brought back to the targets' unit.</summary>
internal sealed class TargetScaling : IRegressor
{
    private readonly IRegressor _model;
    private readonly double _mean;
    private readonly double _scale;

    private TargetScaling(IRegressor model, double mean, double scale) => (_model, _mean, _scale) = (model, mean, scale);

    /// <summary>Fits to scaled targets; constant ones are only shifted.</summary>
    public static IRegressor Fit(double[] targets, Func<double[], IRegressor> fit)
    {
        double mean = OrderedSum.Mean(targets);
        bool isConstant = targets.AsSpan().IndexOfAnyExcept(targets.AsSpan(0, Math.Min(1, targets.Length))) < 0;
        double scale = isConstant ? 1 : Math.Sqrt(OrderedSum.Variance(targets, 0));
        return new TargetScaling(fit([.. targets.Select(target => (target - mean) / scale)]), mean, scale);
    }

    public double[] Predict(Matrix rows) => [.. _model.Predict(rows).Select(value => _mean + (_scale * value))];
}
