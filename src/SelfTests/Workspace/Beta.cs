using Research.Data;
using Research.Pipeline;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Workspace.Small;

public sealed record Beta : Experiment
{
    public required int Factor { get; init; }

    public override string Question => "What does not change when the other does?";

    public override IReadOnlyList<Trial> Trials =>
        [
            new Product
            {
                Dataset = Data[0],
                Factor = Factor,
                Seed = Seeds[0],
            },
        ];

    public override Measurement Tabulate(TableInputs inputs)
    {
        var table = new ResultTable("product", Column.Count("value"));
        table.Add((int)inputs.Of(Trials[0]).Number("product"));
        return new([], [table]);
    }
}

public sealed record Product : Trial
{
    public required DatasetRef Dataset { get; init; }

    public required int Factor { get; init; }

    public required ulong Seed { get; init; }

    public override string Description => "product";

    public override IReadOnlyList<DatasetRef> Data => [Dataset];

    public override TrialResult Run(TrialInputs inputs)
    {
        double product = Factor * inputs.Open(Dataset).Items[0].Waveform.Samples.Length;
        return new TrialResult { Numbers = new Dictionary<string, IReadOnlyList<double>> { ["product"] = [product] } };
    }
}
