using Research.Data;
using Research.Data.Splits;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Checkpoints;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Trials;

/// <summary>A dataset with one vector an item, both given by hand, on which trials are run.</summary>
internal sealed class GivenVectors(Dataset data, Matrix[] vectors)
{
    public Dataset Data => data;

    public Matrix[] Vectors => vectors;

    public FeatureSet Set => new Given { Data = Samples.Named(data.Id) };

    /// <summary>One group tested, half of the other items saying when to stop.</summary>
    public static GroupLeftOut LeavingOut(string group, Draw draw) =>
        new()
        {
            Group = group,
            Validation = new Holdout
            {
                Fraction = 0.5,
                Draw = draw,
                Stream = "tests/validation",
            },
        };

    /// <summary>What the trial gives; that it says it is done at its end is checked.</summary>
    /// <param name="finished">The share that it says last: 0 where it has nothing to do.</param>
    public TrialResult Run(Trial trial, double finished = 1)
    {
        double done = 0;
        TrialResult result = trial.Run(
            new TrialInputs
            {
                Trial = trial,
                Opening = _ => data,
                Reading = _ => vectors,
                Using = _ => throw new InvalidOperationException("It uses no other trial."),
                Checkpoints = new FileCheckpoints(Path.GetTempPath(), TimeSpan.MaxValue),
                Progress = share => done = Math.Max(done, share),
            }
        );
        Assert.Equal(finished, done, 1e-9);
        return result;
    }

    /// <summary>That two parts of a result hold the items of a protocol's two parts.</summary>
    /// <param name="itemsOf">Items of a part of the result.</param>
    public void AssertParts(Protocol protocol, ulong seed, Func<string, IReadOnlyList<string>> itemsOf)
    {
        TrainValidationTest parts = protocol.Of(SplitItems.Of(data), seed);
        Assert.Equal(parts.Validation.Select(i => data.Items[i].Id), itemsOf("validation"));
        Assert.Equal(parts.Test.Select(i => data.Items[i].Id), itemsOf("test"));
    }

    private sealed record Given : FeatureSet
    {
        public override string Name => "given";

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
            throw new InvalidOperationException("The vectors are given by hand.");
    }
}
