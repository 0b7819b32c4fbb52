using Research.Data;
using Research.Numerics;
using Research.Pipeline.Checkpoints;
using Research.Results.Trials;

namespace Research.Pipeline.Tests.Contract;

/// <summary>What a trial or a table reads without having listed it would be missing from its fingerprint, so it is refused.</summary>
public class InputsTests
{
    private static readonly GeneratedDataset Other = new("other", () => throw new NotSupportedException("No test opens it."));

    private static readonly TrialInputs OfTrial = new()
    {
        Trial = new Listing { Used = [new Point(1)] },
        Opening = dataset => new Dataset(dataset.Id, "1", "", Synthetic: true, []),
        Reading = _ => [new Matrix(1, 1)],
        Using = k => new TrialResult { Numbers = new Dictionary<string, IReadOnlyList<double>> { ["k"] = [k] } },
        Checkpoints = new FileCheckpoints(Path.GetTempPath(), TimeSpan.MaxValue),
        Progress = _ => { },
    };

    private static readonly TableInputs OfTable = new()
    {
        Experiment = Counting.Standard,
        Opening = dataset => new Dataset(dataset.Id, "1", "", Synthetic: true, []),
        Reading = _ => [new Matrix(1, 1)],
        Results = _ => new TrialResult(),
        Times = _ => null,
    };

    [Fact]
    public void What_is_listed_is_read()
    {
        Assert.Equal("three", OfTrial.Open(Counting.Three).Id);
        Assert.Single(OfTrial.Read(new Ones { Data = Counting.Three }));
        Assert.Equal(0, OfTrial.Result(new Point(1)).Number("k"));
        Assert.Equal("three", OfTable.Open(Counting.Three).Id);
        Assert.Single(OfTable.Read(new Ones { Data = Counting.Three }));
    }

    [Fact]
    public void A_trial_reads_no_dataset_that_it_does_not_list() =>
        Assert.StartsWith(
            "The trial 'listing' opens 'other' but does not list it under Data.",
            Assert.Throws<ArgumentException>(() => OfTrial.Open(Other)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_trial_reads_no_features_that_it_does_not_list() =>
        Assert.StartsWith(
            "The trial 'listing' reads 'features:three:twos' but does not list it under Features.",
            Assert.Throws<ArgumentException>(() => OfTrial.Read(new Twos { Data = Counting.Three })).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_trial_reads_no_trial_that_it_does_not_list() =>
        Assert.StartsWith(
            "The trial 'listing' reads the result of 'point 2' but does not list it under Uses.",
            Assert.Throws<ArgumentException>(() => OfTrial.Result(new Point(2))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_trial_of_the_same_description_and_another_kind_is_not_the_listed_one() =>
        Assert.Throws<ArgumentException>(() => OfTrial.Result(new Listing { Named = "point 1" }));

    [Fact]
    public void Tables_are_made_of_no_dataset_and_no_features_that_the_experiment_does_not_list()
    {
        Assert.StartsWith(
            "The experiment opens 'other' but does not list it under Data.",
            Assert.Throws<ArgumentException>(() => OfTable.Open(Other)).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The experiment reads 'features:three:twos' but does not list it under Features.",
            Assert.Throws<ArgumentException>(() => OfTable.Read(new Twos { Data = Counting.Three })).Message,
            StringComparison.Ordinal
        );
    }

    private sealed record Listing : Trial
    {
        public IReadOnlyList<Trial> Used { get; init; } = [];

        public string Named { get; init; } = "listing";

        public override string Description => Named;

        public override IReadOnlyList<DatasetRef> Data => [Counting.Three];

        public override IReadOnlyList<FeatureSet> Features => [new Ones { Data = Counting.Three }];

        public override IReadOnlyList<Trial> Uses => Used;

        public override TrialResult Run(TrialInputs inputs) => throw new NotSupportedException("No test runs it.");
    }
}
