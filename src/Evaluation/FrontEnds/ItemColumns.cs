using Research.Numerics;
using Research.Pipeline;

namespace Research.Evaluation.FrontEnds;

/// <summary>Columns of the row that each item is: a table of features that somebody published.</summary>
public sealed record ItemColumns : FeatureSet
{
    public required int First { get; init; }

    public required int Count { get; init; }

    public override string Name => FormattableString.Invariant($"columns-{First}-{Count}");

    /// <summary>Computes it.</summary>
    /// <returns>One matrix an item, shape [1, count].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
        [.. inputs.Data.Items.Select(item => Matrix.OfRows([item.Matrix.Row(0).Slice(First, Count).ToArray()]))];
}
