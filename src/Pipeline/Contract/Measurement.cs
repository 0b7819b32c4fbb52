using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Pipeline;

/// <summary>What an experiment found.</summary>
/// <param name="Figures">The rows of summary.csv.</param>
/// <param name="Tables">Its own tables.</param>
public sealed record Measurement(IReadOnlyList<Figure> Figures, IReadOnlyList<ResultTable> Tables)
{
    /// <summary>What published wall times the rows of the table of timings answer, in their order; empty where nothing was published.</summary>
    public IReadOnlyList<ClaimKey?> TimesAnswer { get; init; } = [];

    /// <summary>Files beside the tables, such as the cards of its models; kept in the store, not published.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();
}
