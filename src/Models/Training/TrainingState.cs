using Research.Models.Training.Schedules;
using Research.Numerics;

namespace Research.Models.Training;

/// <summary>All that a training must remember between epochs: history, best weights so far, networks, their average, optimisers, schedules.</summary>
internal sealed class TrainingState : IDisposable
{
    private const int Version = 2;

    private readonly ITrainingStep _step;
    private readonly TrainerSettings _settings;
    private readonly TrainingLength _length;
    private readonly ScheduleRun[] _schedules;
    private byte[][]? _best;

    public TrainingState(ITrainingStep step, TrainerSettings settings, TrainingLength length)
    {
        (_step, _settings, _length) = (step, settings, length);
        History = new History(settings.Monitor, settings.Stopping);
        Better better = settings.Monitor?.Better ?? Better.Lower;
        _schedules = [.. step.Optimizers.Select(trained => trained.Schedule.Over(trained.Optimizer, length, better))];
        Average = settings.Average is { } average ? new WeightAverage(average, step.Networks) : null;
    }

    public History History { get; }

    public WeightAverage? Average { get; }

    public ITrainingStep Step => _step;

    public bool IsDone =>
        History.Epochs.Count >= _settings.Epochs || (_settings.Stopping is { } stopping && History.Failures >= stopping.Patience);

    public void BeforeUpdate() => Array.ForEach(_schedules, schedule => schedule.BeforeUpdate());

    /// <summary>Adds an epoch, whose weights are those that the networks have now.</summary>
    public void Add(EpochRecord epoch)
    {
        if (History.Add(epoch))
        {
            _best = NetworkWeights.Of(_step.Networks);
        }
    }

    public void ChangeRates(EpochRecord epoch) => Array.ForEach(_schedules, schedule => schedule.AfterEpoch(Metric(epoch)));

    /// <summary>Gives the networks the weights of the best epoch, or the average, where there is one.</summary>
    public void TakeResult()
    {
        if (_best is not null)
        {
            NetworkWeights.Restore(_step.Networks, _best);
        }
        else
        {
            Average?.Swap();
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write(Names());
        History.Write(writer);
        WriteAll(writer, _best ?? []);
        WriteAll(writer, NetworkWeights.Of(_step.Networks));
        WriteAll(writer, OptimizerState.Of(_step.Optimizers));
        Average?.Write(writer);
        _step.WriteState(writer);
    }

    /// <exception cref="InvalidDataException">The state is of another version or step.</exception>
    public void Read(BinaryReader reader)
    {
        CheckHeader(reader);
        History.Read(reader);
        byte[][] best = ReadAll(reader);
        _best = best.Length == 0 ? null : best;
        NetworkWeights.Restore(_step.Networks, ReadAll(reader));
        RepeatSchedules();
        OptimizerState.Restore(_step.Optimizers, ReadAll(reader));
        Average?.Read(reader);
        _step.ReadState(reader);
    }

    public void Dispose() => Average?.Dispose();

    private void CheckHeader(BinaryReader reader)
    {
        int version = reader.ReadInt32();
        if (version != Version)
        {
            throw new InvalidDataException(
                $"The training's checkpoint is of version {version}; this is version {Version}. Remove the checkpoint to train anew."
            );
        }

        string names = reader.ReadString();
        if (names != Names())
        {
            throw new InvalidDataException(
                $"The training's checkpoint has {names}; this training has {Names()}. Remove the checkpoint to train anew."
            );
        }
    }

    // A schedule follows from the updates and metrics of the past; each starts from the optimiser's first rate, so before the optimiser's state is read.
    private void RepeatSchedules()
    {
        foreach (EpochRecord epoch in History.Epochs)
        {
            Array.ForEach(_schedules, schedule => schedule.Repeat(_length.UpdatesPerEpoch, Metric(epoch)));
        }
    }

    private double? Metric(EpochRecord epoch) => _settings.Monitor?.Of(epoch);

    private string Names() =>
        $"networks {string.Join(", ", _step.Networks.Select(network => network.Name))}; optimisers {string.Join(", ", _step.Optimizers.Select(trained => trained.Name))}; {(Average is null ? "no average" : "averaged weights")}";

    private static void WriteAll(BinaryWriter writer, byte[][] blocks)
    {
        writer.Write(blocks.Length);
        foreach (byte[] block in blocks)
        {
            writer.Write(block.Length);
            writer.Write(block);
        }
    }

    private static byte[][] ReadAll(BinaryReader reader)
    {
        var blocks = new byte[CountedBinary.ReadCount(reader, sizeof(int))][];
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = CountedBinary.ReadBlock(reader);
        }

        return blocks;
    }
}
