using Research.Pipeline.Closures;

namespace Research.Pipeline.Targets;

/// <summary>The parts of a sharded feature set in one file, as whoever reads features expects it.</summary>
internal sealed class JoinedFeaturesTarget(ShardedFeatures features) : Target
{
    public ShardedFeatures Features => features;

    public override string Name => features.Target;

    public override TargetKind Kind => TargetKind.Features;

    public override IReadOnlyList<string> Upstream { get; } =
    [.. Enumerable.Range(0, features.Shards).Select(shard => FeatureShardTarget.NameOf(features, shard))];

    public override CodeRoots Roots => OwnMake;

    public override void Make(Job job) =>
        FeatureFile.Write(
            Path.Combine(job.Folder, FeatureFile.Name),
            [.. Upstream.SelectMany(part => FeatureFile.Read(job.OpenRead(part, FeatureFile.Name)))]
        );
}
