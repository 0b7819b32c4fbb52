using Research.Numerics;
using Research.Results.Claims;
using Research.Results.Metrics;

namespace Research.Evaluation.Tables;

/// <summary>Spearman's ρ, R² and mean squared error of runs of real values.</summary>
public static class ValueFigures
{
    /// <summary>Three figures for each variant, split and target in order of appearance, over the seeds; then the means over the targets.</summary>
    public static IEnumerable<Figure> Of(IReadOnlyList<ValueRun> runs) =>
        runs.GroupBy(run => (run.Variant, run.Split)).SelectMany(group => OfVariant([.. group]));

    private static IEnumerable<Figure> OfVariant(ValueRun[] runs)
    {
        ValueRun first = runs[0];
        double[][] correlations = [.. runs.Select(run => run.Correlations())];
        RegressionErrors[][] errors =
        [
            .. runs.Select(run => Enumerable.Range(0, run.Targets.Count).Select(run.Errors).ToArray()),
        ];
        string[] names = [.. first.Targets, ValueRun.MeanOfTargets];
        for (int target = 0; target < names.Length; target++)
        {
            int place = target;
            yield return Figure(MetricName.Spearman, place, correlations.Select(own => own[place])) with
            {
                Answers = first.Answers.GetValueOrDefault(names[place]),
            };
            yield return Figure(MetricName.RSquared, place, errors.Select(own => At(own, place, of => of.RSquared)));
            yield return Figure(MetricName.MeanSquaredError, place, errors.Select(own => At(own, place, of => of.MeanSquared)));
        }

        Figure Figure(string metric, int place, IEnumerable<double> values) =>
            new()
            {
                Variant = first.Variant,
                Split = first.Split,
                Metric = metric,
                Class = names[place],
                Runs = [.. values],
                IsShare = false,
            };
    }

    // Of a target, or after the last the mean over all.
    internal static double At(RegressionErrors[] errors, int place, Func<RegressionErrors, double> of) =>
        place < errors.Length ? of(errors[place]) : OrderedSum.Mean([.. errors.Select(of)]);
}
