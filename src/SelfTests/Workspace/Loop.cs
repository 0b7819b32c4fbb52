using Research.Data;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Workspace.Small;

/// <summary>A training loop with parameters, a generator and a history, which goes on from its checkpoint.</summary>
public sealed record Loop : Trial
{
    public required DatasetRef Dataset { get; init; }

    public required int Steps { get; init; }

    public required int StepMilliseconds { get; init; }

    public required ulong Seed { get; init; }

    public override string Description => $"loop/seed {Seed}";

    public override IReadOnlyList<DatasetRef> Data => [Dataset];

    public override TrialResult Run(TrialInputs inputs)
    {
        double parameter = 0;
        int drawn = 0;
        var history = new List<double>();
        inputs.Checkpoints.Resume(
            "loop",
            reader =>
            {
                (parameter, drawn) = (reader.ReadDouble(), reader.ReadInt32());
                history.AddRange(MatrixBinary.ReadVector(reader));
            }
        );
        var rng = Rng.For(Seed, "train");
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
            inputs.Checkpoints.Save(
                "loop",
                writer =>
                {
                    writer.Write(parameter);
                    writer.Write(drawn);
                    MatrixBinary.Write(writer, history.ToArray());
                }
            );
            inputs.Advance(1.0 / Steps);
        }

        return new TrialResult { Numbers = new Dictionary<string, IReadOnlyList<double>> { ["history"] = history } };
    }
}
