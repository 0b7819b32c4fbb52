using Research.Models.Training;

namespace Research.Experiments.Digits;

/// <summary>A finished training as a checkpoint keeps it.</summary>
internal static class LstmRunFile
{
    public static void Write(BinaryWriter writer, LstmRun run)
    {
        writer.Write(run.BestEpoch);
        writer.Write(run.Epochs.Count);
        foreach (EpochRecord epoch in run.Epochs)
        {
            writer.Write(epoch.TrainLoss);
            writer.Write(epoch.Validation!.Loss);
            writer.Write(epoch.Validation.Accuracy);
        }

        writer.Write(run.Predicted.Length);
        foreach (int[] part in run.Predicted)
        {
            writer.Write(part.Length);
            Array.ForEach(part, writer.Write);
        }
    }

    public static LstmRun Read(BinaryReader reader)
    {
        int best = reader.ReadInt32();
        var epochs = new EpochRecord[reader.ReadInt32()];
        for (int e = 0; e < epochs.Length; e++)
        {
            epochs[e] = new EpochRecord(e + 1, reader.ReadDouble(), new Score(reader.ReadDouble(), reader.ReadDouble()));
        }

        var predicted = new int[reader.ReadInt32()][];
        for (int p = 0; p < predicted.Length; p++)
        {
            predicted[p] = new int[reader.ReadInt32()];
            for (int i = 0; i < predicted[p].Length; i++)
            {
                predicted[p][i] = reader.ReadInt32();
            }
        }

        return new LstmRun(epochs, best, predicted);
    }
}
