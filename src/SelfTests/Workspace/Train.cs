using Research.Numerics;
using Research.Numerics.Checkpoints;
using Research.Pipeline;
using Research.Results.Tables;

namespace Workspace.Small;

/// <summary>A training loop with parameters, a generator and a history, which goes on from its checkpoint.</summary>
public abstract record Train : Experiment
{
    public required int Steps { get; init; }

    public required int StepMilliseconds { get; init; }

    public override string Question => "Does a killed run go on to the same bits?";

    public override Measurement Measure(Lab lab)
    {
        double parameter = 0;
        int drawn = 0;
        var history = new List<double>();
        lab.Checkpoints.Resume(
            "loop",
            reader =>
            {
                (parameter, drawn) = (reader.ReadDouble(), reader.ReadInt32());
                history.AddRange(MatrixBinary.ReadVector(reader));
            }
        );
        var rng = Rng.For(Seeds[0], "train");
        for (int i = 0; i < drawn; i++)
        {
            rng.NextDouble();
        }

        while (history.Count < Steps)
        {
            Thread.Sleep(StepMilliseconds);
            parameter = (0.9 * parameter) + rng.NextDouble();
            drawn++;
            history.Add(parameter);
            lab.Checkpoints.Save(
                "loop",
                writer =>
                {
                    writer.Write(parameter);
                    writer.Write(drawn);
                    MatrixBinary.Write(writer, history.ToArray());
                }
            );
            lab.Advance(1.0 / Steps);
        }

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
