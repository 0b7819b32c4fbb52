using Research.Data;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.SelfTests;

/// <summary>A study of one experiment with that many trials.</summary>
internal sealed class ScaleCatalogue(int trials) : ICatalogue
{
    private const string NoClaims = "id,document,where,experiment,dataset,model,variant,split,quantity,class,value,unit\n";

    public IReadOnlyList<Study> Studies { get; } =
    [
        new Study("SelfTests", "Scale", ClaimBook.Parse(NoClaims), [], _ => [ScaleGrid.Of(trials)])
        {
            Source = typeof(ScaleCatalogue),
        },
    ];
}

/// <summary>A grid of trials that do nothing.</summary>
internal sealed record ScaleGrid : Experiment
{
    public required int Points { get; init; }

    public override string Question => "How long does a plan of many trials take?";

    public override IReadOnlyList<Trial> Trials =>
        [.. Enumerable.Range(0, Points).Select(point => new ScaleTrial(Data[0], point))];

    public static ScaleGrid Of(int points) =>
        new()
        {
            Data = [new GeneratedDataset("one", One)],
            Seeds = [1],
            Points = points,
        };

    public override Measurement Tabulate(TableInputs inputs)
    {
        var table = new ResultTable("count", Column.Count("trials"));
        table.Add(Points);
        return new([], [table]);
    }

    private static Dataset One() =>
        new("one", "1", "one", Synthetic: true, [new Item("one", "one", "nobody", null, new Waveform([1], 1))]);
}

/// <summary>A point of the grid, with as many settings as a small trial has.</summary>
internal sealed record ScaleTrial(DatasetRef Dataset, int Point) : Trial
{
    public IReadOnlyList<int> Layers { get; } = [64, 32];

    public double Dropout { get; } = 0.25;

    public string Optimizer { get; } = "adam";

    public override string Description => FormattableString.Invariant($"point {Point}");

    public override IReadOnlyList<DatasetRef> Data => [Dataset];

    public override IReadOnlyList<FeatureSet> Features => [new ScaleFeatures { Data = Dataset }];

    public override TrialResult Run(TrialInputs inputs) =>
        new() { Numbers = new Dictionary<string, IReadOnlyList<double>> { ["point"] = [Point] } };
}

/// <summary>Features of no use.</summary>
internal sealed record ScaleFeatures : FeatureSet
{
    public override string Name => "none";

    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => [.. inputs.Data.Items.Select(_ => new Matrix(1, 1))];
}
