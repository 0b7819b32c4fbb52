using Research.Pipeline;
using Research.Results.Tables;

namespace Workspace.Small;

public sealed record Beta : Experiment
{
    public required int Factor { get; init; }

    public override string Question => "What stays when the other changes?";

    public override Measurement Measure(Lab lab)
    {
        var table = new ResultTable("product", Column.Count("value"));
        table.Add(Factor * lab.Open(Data[0]).Clips[0].Waveform.Samples.Length);
        return new([], [table]);
    }
}
