using Research.Models.Training.Schedules;
using Research.Numerics;

namespace Research.Models.Training;

/// <summary>What happened while a network was trained.</summary>
public sealed class History
{
    private readonly List<EpochRecord> _epochs = [];
    private readonly MonitoredMetric? _monitor;
    private readonly EarlyStopping? _stopping;
    private double? _best;

    /// <param name="stopping">Needs a metric to monitor.</param>
    internal History(MonitoredMetric? monitor, EarlyStopping? stopping) => (_monitor, _stopping) = (monitor, stopping);

    public IReadOnlyList<EpochRecord> Epochs => _epochs;

    /// <summary>The epoch whose weights the network has: the best one with early stopping, else the last.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>Epochs in a row in which the monitored metric did not improve.</summary>
    public int Failures { get; private set; }

    /// <summary>Adds an epoch.</summary>
    /// <returns>Whether its weights are the best so far, by which early stopping goes.</returns>
    internal bool Add(EpochRecord epoch)
    {
        _epochs.Add(epoch);
        if (_stopping is null || _monitor is null)
        {
            BestEpoch = epoch.Epoch;
            return false;
        }

        double value = _monitor.Of(epoch);
        value = _stopping.Decimals is { } decimals ? Math.Round(value, decimals) : value;
        bool better = Improves(value);
        if (better)
        {
            (_best, BestEpoch, Failures) = (value, epoch.Epoch, 0);
        }
        else if (epoch.Epoch >= _stopping.FirstEpoch)
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
            epoch.Values.Write(writer);
        }
    }

    /// <summary>Reads the epochs and counts again, which gives the same best epoch and failures.</summary>
    internal void Read(BinaryReader reader)
    {
        int count = CountedBinary.ReadCount(reader, sizeof(int));
        for (int epoch = 1; epoch <= count; epoch++)
        {
            Add(new EpochRecord(epoch, MetricValues.Read(reader)));
        }
    }

    // A value that is not a number improves nothing.
    private bool Improves(double value) =>
        _monitor!.Better == Better.Lower
            ? value < (_best ?? double.PositiveInfinity)
            : value > (_best ?? double.NegativeInfinity);
}
