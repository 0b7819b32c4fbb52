using Research.Data;
using Research.Numerics;
using Research.Pipeline.Checkpoints;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Targets;

public sealed class ShardedFeaturesTests : IDisposable
{
    private const int Items = 11;

    private static readonly DatasetRef Numbers = new GeneratedDataset("numbers", MakeNumbers);

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Parts_are_targets_of_their_own_and_what_joins_them_has_the_sets_name()
    {
        var sharded = new ShardedFeatures(new Double { Data = Numbers }, 3);
        Target[] targets = [.. TargetGraph.Inputs([], [sharded])];
        Assert.Equal(
            [
                "data:numbers",
                "features:numbers:double-in-3/1",
                "features:numbers:double-in-3/2",
                "features:numbers:double-in-3/3",
                "features:numbers:double-in-3",
            ],
            targets.Select(target => target.Name)
        );
        Assert.Equal(["data:numbers"], targets[1].Upstream);
        Assert.Equal(targets[1..4].Select(target => target.Name), targets[4].Upstream);
        Assert.All(targets[1..], target => Assert.Equal(TargetKind.Features, target.Kind));
        Assert.NotEqual(targets[1].MoreSettings["Shard"], targets[2].MoreSettings["Shard"]);
        Assert.Equal("features:numbers:double-in-3, parts", GroupProgress.TitleOf(targets[1]));
        Assert.Null(GroupProgress.TitleOf(targets[4]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(20)] // more than there are items: some parts are empty
    public void Joined_they_are_the_bytes_of_the_whole_set(int shards)
    {
        var set = new Double { Data = Numbers };
        byte[] whole = Make(new FeatureTarget(set), []);
        IReadOnlyList<Target> targets = FeatureTargets.Of(new ShardedFeatures(set, shards));
        var parts = targets.SkipLast(1).ToDictionary(target => target.Name, target => Make(target, []));
        Assert.Equal(shards, parts.Count);
        Assert.Equal(Items, parts.Values.Select(Read).Select(part => part.Length).Sum());
        Assert.All(parts.Values, part => Assert.InRange(Read(part).Length, Items / shards, (Items / shards) + 1));
        Assert.Equal(whole, Make(targets[^1], parts));
    }

    [Fact]
    public void A_part_sees_its_items_alone_and_the_labels_of_all()
    {
        IReadOnlyList<Target> targets = FeatureTargets.Of(new ShardedFeatures(new LabelCount { Data = Numbers }, 11));
        Assert.Equal(Items, Read(Make(targets[4], []))[0][0, 0]);
    }

    [Fact]
    public void A_set_that_gives_other_than_a_matrix_an_item_cannot_be_sharded()
    {
        Target part = FeatureTargets.Of(new ShardedFeatures(new OneOfAll { Data = Numbers }, 3))[0];
        var error = Assert.Throws<ResearchException>(() => Make(part, []));
        Assert.Equal(
            "'one-of-all' gave 1 matrices for 3 items, so it cannot be sharded: one matrix an item is needed.",
            error.Message
        );
    }

    [Fact]
    public void One_part_is_none_and_nothing_is_sharded_twice()
    {
        var set = new Double { Data = Numbers };
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShardedFeatures(set, 1));
        Assert.Throws<ArgumentException>(() => new ShardedFeatures(new ShardedFeatures(set, 2), 2));
    }

    private byte[] Make(Target target, Dictionary<string, byte[]> upstream)
    {
        target.Make(
            new Job
            {
                Folder = _folder,
                Open = _ => MakeNumbers(),
                Upstream = upstream.ToDictionary(
                    part => part.Key,
                    part =>
                        (IReadOnlyDictionary<string, Func<Stream>>)
                            new Dictionary<string, Func<Stream>> { [FeatureFile.Name] = () => new MemoryStream(part.Value) }
                ),
                Root = _folder,
                Pins = () => throw new NotSupportedException("It reads no pins."),
                Checkpoints = new FileCheckpoints(_folder, TimeSpan.MaxValue),
                Report = _ => { },
            }
        );
        return File.ReadAllBytes(Path.Combine(_folder, FeatureFile.Name));
    }

    private static Matrix[] Read(byte[] file) => FeatureFile.Read(new MemoryStream(file));

    private static Dataset MakeNumbers() =>
        new(
            "numbers",
            "1",
            "digest of numbers",
            Synthetic: true,
            [.. Enumerable.Range(0, Items).Select(i => new Item($"{i:D2}", $"{i:D2}", "s", null, new Waveform([i], 8000)))]
        );

    private static Matrix Of(double value)
    {
        var matrix = new Matrix(1, 1);
        matrix[0, 0] = value;
        return matrix;
    }

    private sealed record Double : FeatureSet
    {
        public override string Name => "double";

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
            [.. inputs.Data.Items.Select(item => Of(2 * item.Waveform.Samples[0]))];
    }

    private sealed record LabelCount : FeatureSet
    {
        public override string Name => "labels";

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
            [.. inputs.Data.Items.Select(_ => Of(inputs.Data.Labels.Count))];
    }

    private sealed record OneOfAll : FeatureSet
    {
        public override string Name => "one-of-all";

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => [Of(inputs.Data.Items.Count)];
    }
}
