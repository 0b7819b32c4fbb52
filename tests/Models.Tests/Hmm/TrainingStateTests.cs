using Research.Models.Checkpoints;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Numerics;

namespace Research.Models.Tests.Hmm;

/// <summary>A killed training goes on to the same bits.</summary>
public class TrainingStateTests
{
    [Theory]
    [InlineData(Covariance.Full)]
    [InlineData(Covariance.Diagonal)]
    public void Training_that_is_killed_before_any_iteration_ends_with_the_same_bits(Covariance covariance)
    {
        HmmSettings settings = new()
        {
            States = 2,
            Mixtures = 2,
            Covariance = covariance,
            Iterations = 6,
            Tolerance = 0,
            AddedVariance = 1e-3,
        };
        Matrix[] sequences = [.. Enumerable.Range(0, 6).Select(Sequence)];
        byte[] whole = Bits(BaumWelch.Fit(sequences, settings, Rng.For(3, "killed")));
        for (int save = 1; save <= settings.Iterations + 1; save++)
        {
            var memory = new DyingCheckpoints(save);
            Assert.Throws<OperationCanceledException>(() =>
                BaumWelch.Fit(sequences, settings, Rng.For(3, "killed"), memory, "model")
            );
            memory.Lives = int.MaxValue;
            Assert.Equal(
                whole,
                Bits(BaumWelch.Fit(sequences, settings, Rng.For(3, "another stream: it is not drawn from"), memory, "model"))
            );
        }
    }

    private static Matrix Sequence(int i)
    {
        var rng = Rng.For((ulong)i, "sequence");
        var matrix = new Matrix(12, 3);
        for (int t = 0; t < matrix.Rows; t++)
        {
            for (int d = 0; d < matrix.Columns; d++)
            {
                matrix[t, d] = rng.NextDouble() + (t > 5 ? 1 : 0);
            }
        }

        return matrix;
    }

    private static byte[] Bits(LeftRightHmm model)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        new TrainingState(model, []).Write(writer);
        writer.Flush();
        return memory.ToArray();
    }

    /// <summary>Keeps states in memory, and dies right after a given save.</summary>
    private sealed class DyingCheckpoints(int lives) : ICheckpoints
    {
        private readonly Dictionary<string, byte[]> _states = [];

        public int Lives { get; set; } = lives;

        public bool Resume(string name, Action<BinaryReader> read)
        {
            bool known = _states.TryGetValue(name, out byte[]? state);
            if (known)
            {
                read(new BinaryReader(new MemoryStream(state!)));
            }

            return known;
        }

        public void Save(string name, Action<BinaryWriter> write, bool last = false)
        {
            using var memory = new MemoryStream();
            write(new BinaryWriter(memory));
            _states[name] = memory.ToArray();
            if (--Lives == 0)
            {
                throw new OperationCanceledException();
            }
        }
    }
}
