using Research.Results.Statistics;

namespace Research.Results.Metrics;

/// <summary>One figure about a set of predictions, with its confidence interval.</summary>
/// <param name="Name">One of <see cref="MetricName"/>.</param>
/// <param name="Class">The class or label it is of, "macro" or "micro"; empty for a figure of all items.</param>
/// <param name="Value">Null where the data leave it undefined: a constant correlates with nothing.</param>
/// <param name="Interval">Null where there is none: no item of the class, too few pairs.</param>
public sealed record Metric(string Name, string Class, double? Value, Interval? Interval);
