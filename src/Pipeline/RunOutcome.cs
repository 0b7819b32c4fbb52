using Research.Results.Tables;

namespace Research.Pipeline;

/// <summary>A finished run.</summary>
/// <param name="Experiment">What ran.</param>
/// <param name="Summary">The figures with their verdicts.</param>
/// <param name="Tables">All tables, the summary first.</param>
/// <param name="Record">Provenance.</param>
public sealed record RunOutcome(Experiment Experiment, ResultTable Summary, IReadOnlyList<ResultTable> Tables, RunRecord Record);
