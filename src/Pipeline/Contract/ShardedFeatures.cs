using System.Diagnostics.CodeAnalysis;
using Research.Data;
using Research.Numerics;

namespace Research.Pipeline;

/// <summary>A feature set that is computed in parts: each describes successive items, is a target of its own, and holds one recording after the other in memory. A worker that dies costs its part.</summary>
/// <remarks>For sets whose features of an item depend on that item alone; what is learned from all items, such as a scale, would be learned of each part.</remarks>
public sealed record ShardedFeatures : FeatureSet
{
    /// <param name="of">The set that is computed.</param>
    /// <param name="shards">How many parts, 2 or more.</param>
    /// <exception cref="ArgumentException">There are fewer than two parts, or the set is sharded already.</exception>
    [SetsRequiredMembers]
    public ShardedFeatures(FeatureSet of, int shards)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentOutOfRangeException.ThrowIfLessThan(shards, 2);
        if (of is ShardedFeatures)
        {
            throw new ArgumentException($"The feature set '{of.Name}' is sharded already.", nameof(of));
        }

        (Of, Shards, Data) = (of, shards, of.Data);
    }

    /// <summary>The set that is computed.</summary>
    public FeatureSet Of { get; }

    /// <summary>How many parts it has; where there are fewer items, some parts are empty.</summary>
    public int Shards { get; }

    public override string Name => FormattableString.Invariant($"{Of.Name}-in-{Shards}");

    public override IReadOnlyList<DatasetRef> Assets => Of.Assets;

    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => Of.Compute(inputs);
}
