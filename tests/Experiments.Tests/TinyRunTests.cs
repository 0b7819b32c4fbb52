using Research.Data;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Experiments.Tests;

/// <summary>Test classes that share a run ask it at the same time.</summary>
public class TinyRunTests
{
    private static readonly GeneratedDataset Course = new(TinyRun.Course.Id, () => TinyRun.Course);

    [Fact]
    public void What_many_ask_for_at_once_is_made_once()
    {
        const int Sets = 500;
        var run = new TinyRun(TinyRun.Course);
        int[] made = new int[Sets];
        Parallel.For(
            0,
            8 * Sets,
            i =>
            {
                int k = i % Sets;
                var set = new CountedSet
                {
                    Data = Course,
                    Number = k,
                    Computed = () => Interlocked.Increment(ref made[k]),
                };
                Assert.Equal(k, run.Read(set)[0][0, 0]);
            }
        );
        Assert.All(made, times => Assert.Equal(1, times));
    }

    private sealed record CountedSet : FeatureSet
    {
        public required int Number { get; init; }

        public required Action Computed { get; init; }

        public override string Name => $"counted-{Number}";

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs)
        {
            Computed();
            return
            [
                Matrix.OfRows([
                    [Number],
                ]),
            ];
        }
    }
}
