using Research.Data;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Pipeline.Tests;

/// <summary>One trial whose training loop counts the steps that were really taken.</summary>
internal sealed record Training : Experiment
{
    public static Training Standard => new() { Data = [Counting.Three], Seeds = [1] };

    public override string Question => "How many steps?";

    public override IReadOnlyList<Trial> Trials => [new Loop()];

    public override Measurement Tabulate(TableInputs inputs)
    {
        var table = new ResultTable("steps", Column.Count("n"));
        table.Add((int)inputs.Of(Trials[0]).Number("steps"));
        return new([], [table]);
    }
}

/// <summary>A training loop of ten steps.</summary>
internal sealed record Loop : Trial
{
    public const int Steps = 10;

    public static int Executed;

    public override string Description => "ten steps";

    public override IReadOnlyList<DatasetRef> Data => [Counting.Three];

    public override TrialResult Run(TrialInputs inputs)
    {
        int done = 0;
        inputs.Checkpoints.Resume("loop", reader => done = reader.ReadInt32());
        while (done < Steps)
        {
            Interlocked.Increment(ref Executed);
            done++;
            inputs.Checkpoints.Save("loop", writer => writer.Write(done));
            inputs.Advance(1.0 / Steps);
        }

        return new TrialResult { Numbers = new Dictionary<string, IReadOnlyList<double>> { ["steps"] = [done] } };
    }
}
