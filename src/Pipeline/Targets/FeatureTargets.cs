namespace Research.Pipeline.Targets;

/// <summary>The targets that make a feature set.</summary>
public static class FeatureTargets
{
    /// <summary>One; of a sharded set its parts and what joins them, which has the set's name.</summary>
    public static IReadOnlyList<Target> Of(FeatureSet features) =>
        features is ShardedFeatures sharded
            ?
            [
                .. Enumerable.Range(0, sharded.Shards).Select(shard => new FeatureShardTarget(sharded, shard)),
                new JoinedFeaturesTarget(sharded),
            ]
            : [new FeatureTarget(features)];

    /// <summary>The set that a target makes, whole or a part; null where it makes none.</summary>
    public static FeatureSet? SetOf(Target target) =>
        target switch
        {
            FeatureTarget whole => whole.Features,
            FeatureShardTarget part => part.Features,
            JoinedFeaturesTarget joined => joined.Features,
            _ => null,
        };
}
