using Research.Numerics;
using Research.Pipeline;
using Research.Results.Tables;

namespace Workspace.Small;

public sealed record Alpha : Experiment
{
    public required int size { get; init; }

    public required double Ratio { get; init; }

    public required Mode Mode { get; init; }

    public required string Note { get; init; }

    public required int DelayMilliseconds { get; init; }

    public override string Question => "What do many ways through the code add up to?";

    public override IReadOnlyList<FeatureSet> Features => [new Scaled { Data = Data[0], Scale = Ratio }];

    public override Measurement Measure(Lab lab)
    {
        Thread.Sleep(DelayMilliseconds);
        var table = new ResultTable("sums", Column.Text("what"), Column.Number("value", 3));
        table.Add("features", lab.Read(Features[0]).Select(clip => clip[0, 0]).Aggregate((a, b) => a + b));
        table.Add("helper", (double)Helpers.First(size));
        table.Add("shape", Shapes.AreaOf(new Square()));
        table.Add("optional", (double)Helpers.WithDefault(1));
        table.Add("static field", (double)State.Level);
        table.Add("initialiser", (double)new Initialised().Value);
        table.Add("resource", Resources.Weight());
        table.Add("generic", Generic.Twice<Doubler>(4));
        table.Add("lambda", (double)Enumerable.Range(1, 3).Select(i => i * 7).Last());
        table.Add("iterator", (double)Helpers.Steps().Last());
        table.Add("package", (double)Packaged.Library.Constant());
        table.Add($"mode {Mode}", 0.0);
        lab.Advance(1);
        return new([], [table]);
    }
}
