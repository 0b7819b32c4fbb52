using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Training;

/// <summary>All that a training must remember between epochs: weights, optimiser, history, and the best weights so far.</summary>
internal sealed class TrainingState(nn.Module network, OptimizerHelper optimizer, EarlyStopping? stopping) : IDisposable
{
    private const int Version = 1;

    private byte[]? _best;

    public History History { get; } = new();

    public bool IsDone(TrainingSettings settings) =>
        History.Epochs.Count >= settings.Epochs || (stopping is not null && History.Failures >= stopping.Patience);

    public void Add(EpochRecord epoch)
    {
        if (History.Add(epoch, stopping))
        {
            _best = Weights();
        }
    }

    /// <summary>Gives the network the weights of the best epoch.</summary>
    public void TakeBest()
    {
        if (_best is not null)
        {
            Restore(_best);
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Version);
        History.Write(writer);
        WriteBytes(writer, _best ?? []);
        WriteBytes(writer, Weights());
        using var stream = new MemoryStream();
        using var inner = new BinaryWriter(stream);
        optimizer.save_state_dict(inner);
        WriteBytes(writer, stream.ToArray());
    }

    /// <exception cref="InvalidDataException">The state is of another version.</exception>
    public void Read(BinaryReader reader)
    {
        int version = reader.ReadInt32();
        if (version != Version)
        {
            throw new InvalidDataException(
                $"The training's checkpoint is of version {version}; this is version {Version}. Remove the checkpoint to train anew."
            );
        }

        History.Read(reader, stopping);
        byte[] best = reader.ReadBytes(reader.ReadInt32());
        _best = best.Length == 0 ? null : best;
        Restore(reader.ReadBytes(reader.ReadInt32()));
        using var inner = new BinaryReader(new MemoryStream(reader.ReadBytes(reader.ReadInt32())));
        optimizer.load_state_dict(inner);
    }

    public void Dispose() => _best = null;

    private byte[] Weights()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            network.save(writer);
        }

        return stream.ToArray();
    }

    private void Restore(byte[] weights)
    {
        using var reader = new BinaryReader(new MemoryStream(weights));
        network.load(reader);
    }

    private static void WriteBytes(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}
