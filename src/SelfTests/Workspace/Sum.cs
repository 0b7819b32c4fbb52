using Research.Data;
using Research.Pipeline;
using Research.Results.Trials;

namespace Workspace.Small;

public sealed record Sum : Trial
{
    public required DatasetRef Dataset { get; init; }

    public required int Start { get; init; }

    public required double Ratio { get; init; }

    public required Mode Mode { get; init; }

    public required string Note { get; init; }

    public required int DelayMilliseconds { get; init; }

    public required ulong Seed { get; init; }

    public override string Description => $"start {Start}";

    public override IReadOnlyList<DatasetRef> Data => [Dataset];

    public override IReadOnlyList<FeatureSet> Features => [new Scaled { Data = Dataset, Scale = Ratio }];

    public override TrialResult Run(TrialInputs inputs)
    {
        Thread.Sleep(DelayMilliseconds);
        var numbers = new Dictionary<string, double>
        {
            ["features"] = inputs.Read(Features[0]).Select(item => item[0, 0]).Aggregate((a, b) => a + b),
            ["helper"] = Helpers.First(Start),
            ["shape"] = Shapes.AreaOf(new Square()),
            ["optional"] = Helpers.WithDefault(1),
            ["static field"] = State.Level,
            ["initialiser"] = new Initialised().Value,
            ["resource"] = Resources.Weight(),
            ["generic"] = Generic.Twice<Doubler>(4),
            ["lambda"] = Enumerable.Range(1, 3).Select(i => i * 7).Last(),
            ["iterator"] = Helpers.Steps().Last(),
            ["package"] = Packaged.Library.Constant(),
            [$"mode {Mode}"] = 0,
        };
        inputs.Advance(1);
        return new TrialResult { Numbers = numbers.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<double>)[pair.Value]) };
    }
}
