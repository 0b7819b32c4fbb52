using Research.Pipeline;
using Research.Results.Tables;

namespace Workspace.Small;

/// <summary>An experiment whose one trial trains.</summary>
public abstract record Train : Experiment
{
    public required int Steps { get; init; }

    public required int StepMilliseconds { get; init; }

    public override string Question => "Does a killed run go on to the same bits?";

    public override IReadOnlyList<Trial> Trials =>
        [
            new Loop
            {
                Dataset = Data[0],
                Steps = Steps,
                StepMilliseconds = StepMilliseconds,
                Seed = Seeds[0],
            },
        ];

    public override Measurement Tabulate(TableInputs inputs)
    {
        IReadOnlyList<double> history = inputs.Of(Trials[0]).Numbers["history"];
        var table = new ResultTable("history", Column.Count("step"), Column.Number("parameter", 12));
        for (int i = 0; i < history.Count; i++)
        {
            table.Add(i, history[i]);
        }

        return new([], [table]);
    }
}

public sealed record One : Train;

public sealed record Two : Train;
