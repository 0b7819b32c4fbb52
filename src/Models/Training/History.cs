namespace Research.Models.Training;

/// <summary>Losses after one epoch, counted from 1.</summary>
/// <param name="TrainLoss">Mean over the items of the batches' losses while the weights changed.</param>
/// <param name="Validation">Loss and accuracy on the validation items, if there are any.</param>
public sealed record EpochRecord(int Epoch, double TrainLoss, Score? Validation);

/// <summary>Loss and, for classes, accuracy on some items.</summary>
public sealed record Score(double Loss, double Accuracy);

/// <summary>What happened while a network was trained.</summary>
public sealed class History
{
    private readonly List<EpochRecord> _epochs = [];

    public IReadOnlyList<EpochRecord> Epochs => _epochs;

    /// <summary>The epoch whose weights the network has: the best one with early stopping, else the last.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>Epochs in a row without a better validation loss.</summary>
    public int Failures { get; private set; }

    internal double BestLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>Adds an epoch.</summary>
    /// <returns>Whether its weights are the best so far.</returns>
    internal bool Add(EpochRecord epoch, EarlyStopping? stopping)
    {
        _epochs.Add(epoch);
        if (stopping is null || epoch.Validation is null)
        {
            BestEpoch = epoch.Epoch;
            return false;
        }

        double loss = stopping.Decimals is { } decimals ? Math.Round(epoch.Validation.Loss, decimals) : epoch.Validation.Loss;
        bool better = loss < BestLoss;
        if (better)
        {
            (BestLoss, BestEpoch, Failures) = (loss, epoch.Epoch, 0);
        }
        else if (epoch.Epoch >= stopping.FirstEpoch)
        {
            Failures++;
        }

        return better;
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(_epochs.Count);
        foreach (EpochRecord epoch in _epochs)
        {
            writer.Write(epoch.TrainLoss);
            writer.Write(epoch.Validation is not null);
            writer.Write(epoch.Validation?.Loss ?? 0);
            writer.Write(epoch.Validation?.Accuracy ?? 0);
        }
    }

    /// <summary>Reads the epochs and counts again, which gives the same best epoch and failures.</summary>
    internal void Read(BinaryReader reader, EarlyStopping? stopping)
    {
        int count = reader.ReadInt32();
        for (int epoch = 1; epoch <= count; epoch++)
        {
            double loss = reader.ReadDouble();
            bool scored = reader.ReadBoolean();
            var score = new Score(reader.ReadDouble(), reader.ReadDouble());
            Add(new EpochRecord(epoch, loss, scored ? score : null), stopping);
        }
    }
}
