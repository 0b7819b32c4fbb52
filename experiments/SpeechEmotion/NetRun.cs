using Research.Models.Training;

namespace Research.Experiments.SpeechEmotion;

/// <summary>What one training gave.</summary>
/// <param name="Epochs">Losses after each epoch.</param>
/// <param name="TrainAccuracies">Accuracy on the training clips after each epoch; empty where it was not asked for.</param>
/// <param name="BestEpoch">The epoch whose weights were taken.</param>
/// <param name="Probabilities">Of the classes, for each test clip.</param>
internal sealed record NetRun(
    IReadOnlyList<EpochRecord> Epochs,
    IReadOnlyList<double> TrainAccuracies,
    int BestEpoch,
    double[][] Probabilities
)
{
    /// <summary>The likeliest class of each test clip.</summary>
    public int[] Predicted => [.. Probabilities.Select(row => Array.IndexOf(row, row.Max()))];

    public static void Write(BinaryWriter writer, NetRun run)
    {
        writer.Write(run.BestEpoch);
        writer.Write(run.Epochs.Count);
        foreach (EpochRecord epoch in run.Epochs)
        {
            writer.Write(epoch.TrainLoss);
            writer.Write(epoch.Validation is not null);
            writer.Write(epoch.Validation?.Loss ?? 0);
            writer.Write(epoch.Validation?.Accuracy ?? 0);
        }

        writer.Write(run.TrainAccuracies.Count);
        foreach (double accuracy in run.TrainAccuracies)
        {
            writer.Write(accuracy);
        }

        writer.Write(run.Probabilities.Length);
        foreach (double[] row in run.Probabilities)
        {
            writer.Write(row.Length);
            Array.ForEach(row, writer.Write);
        }
    }

    public static NetRun Read(BinaryReader reader)
    {
        int best = reader.ReadInt32();
        var epochs = new EpochRecord[reader.ReadInt32()];
        for (int e = 0; e < epochs.Length; e++)
        {
            double loss = reader.ReadDouble();
            bool validated = reader.ReadBoolean();
            var score = new Score(reader.ReadDouble(), reader.ReadDouble());
            epochs[e] = new EpochRecord(e + 1, loss, validated ? score : null);
        }

        double[] training = ReadRow(reader);
        var probabilities = new double[reader.ReadInt32()][];
        for (int i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = ReadRow(reader);
        }

        return new NetRun(epochs, training, best, probabilities);
    }

    private static double[] ReadRow(BinaryReader reader)
    {
        var row = new double[reader.ReadInt32()];
        for (int k = 0; k < row.Length; k++)
        {
            row[k] = reader.ReadDouble();
        }

        return row;
    }
}
