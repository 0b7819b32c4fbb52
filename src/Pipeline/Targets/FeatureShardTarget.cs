using System.Globalization;
using Research.Data;
using Research.Numerics;
using Research.Pipeline.Closures;

namespace Research.Pipeline.Targets;

/// <summary>A part of a sharded feature set: the features of successive items.</summary>
/// <param name="features">The set.</param>
/// <param name="shard">Which part, from 0.</param>
internal sealed class FeatureShardTarget(ShardedFeatures features, int shard) : Target
{
    public ShardedFeatures Features => features;

    public override string Name => NameOf(features, shard);

    public override TargetKind Kind => TargetKind.Features;

    public override IReadOnlyList<string> Upstream =>
        [DatasetTarget.NameOf(features.Data), .. features.Assets.Select(DatasetTarget.NameOf)];

    public override object? Settings => features;

    public override IReadOnlyDictionary<string, string> MoreSettings { get; } =
        new Dictionary<string, string> { ["Shard"] = (shard + 1).ToString(CultureInfo.InvariantCulture) };

    public override CodeRoots Roots => OwnMake;

    /// <summary>Such as features:many:mfcc-in-50/3.</summary>
    public static string NameOf(ShardedFeatures features, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{features.Target}/{shard + 1}");

    public override void Make(Job job)
    {
        int items = 0;
        var inputs = new FeatureInputs(features, dataset => dataset.Id == features.Data.Id ? Part(dataset) : job.Open(dataset));
        IReadOnlyList<Matrix> computed = features.Compute(inputs);
        if (computed.Count != items)
        {
            throw new ResearchException(
                $"'{features.Of.Name}' gave {computed.Count} matrices for {items} items, so it cannot be sharded: one matrix an item is needed."
            );
        }

        FeatureFile.Write(Path.Combine(job.Folder, FeatureFile.Name), computed);

        // The labels stay those of the whole dataset.
        Dataset Part(DatasetRef dataset)
        {
            Dataset all = job.Open(dataset);
            (int from, int to) = (Bound(all.Items.Count, shard), Bound(all.Items.Count, shard + 1));
            items = to - from;
            return all with { Items = new PassingItems(all.Items, from, to) };
        }
    }

    private int Bound(int items, int at) => (int)((long)items * at / features.Shards);
}
