using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Pipeline;

/// <summary>What an experiment found.</summary>
/// <param name="Figures">The rows of summary.csv.</param>
/// <param name="Tables">Its own tables.</param>
public sealed record Measurement(IReadOnlyList<Figure> Figures, IReadOnlyList<ResultTable> Tables)
{
    /// <summary>Files for other experiments and for prediction, such as a trained model; kept in the store, not published.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();
}
