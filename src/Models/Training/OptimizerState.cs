namespace Research.Models.Training;

/// <summary>The state of optimisers as bytes, and back.</summary>
internal static class OptimizerState
{
    public static byte[][] Of(IReadOnlyList<TrainedOptimizer> optimizers) => [.. optimizers.Select(Of)];

    public static void Restore(IReadOnlyList<TrainedOptimizer> optimizers, byte[][] states)
    {
        foreach ((TrainedOptimizer trained, byte[] bytes) in optimizers.Zip(states))
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            trained.Optimizer.load_state_dict(reader);
        }
    }

    private static byte[] Of(TrainedOptimizer trained)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            trained.Optimizer.save_state_dict(writer);
        }

        return stream.ToArray();
    }
}
