using Research.Features.Cepstral;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Evaluation.FrontEnds;

/// <summary>One vector an item of a user's table or arrays: a row as it is; of an array the means of its columns over its rows, then their deviations.</summary>
public sealed record OwnVectors : FeatureSet
{
    /// <summary>Whether the items are arrays, else rows of a table.</summary>
    public required bool OfArrays { get; init; }

    public override string Name => OfArrays ? "own-arrays" : "own-rows";

    /// <summary>Computes it.</summary>
    /// <returns>One matrix an item, shape [1, features].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
        [.. inputs.Data.Items.Select(item => Matrix.OfRows([Of(item.Matrix, OfArrays)]))];

    /// <summary>The vector of one item.</summary>
    /// <param name="values">Of a table shape [1, columns].</param>
    public static double[] Of(Matrix values, bool ofArrays) =>
        ofArrays ? UtteranceVector.MeansAndDeviations([values]) : values.Row(0).ToArray();
}
