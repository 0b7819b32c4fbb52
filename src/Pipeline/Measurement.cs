using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Pipeline;

/// <summary>What an experiment found.</summary>
/// <param name="Figures">The rows of summary.csv.</param>
/// <param name="Tables">Its own tables.</param>
public sealed record Measurement(IReadOnlyList<Figure> Figures, IReadOnlyList<ResultTable> Tables);
