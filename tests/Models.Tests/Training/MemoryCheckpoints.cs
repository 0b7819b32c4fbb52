using System.Collections.Concurrent;
using Research.Models.Checkpoints;

namespace Research.Models.Tests.Training;

/// <summary>Keeps states in memory, so that a test can stop a training and go on; parallel trainings may save at once.</summary>
internal sealed class MemoryCheckpoints : ICheckpoints
{
    private readonly ConcurrentDictionary<string, byte[]> _states = [];

    public bool Resume(string name, Action<BinaryReader> read)
    {
        if (!_states.TryGetValue(name, out byte[]? state))
        {
            return false;
        }

        using var reader = new BinaryReader(new MemoryStream(state));
        read(reader);
        return true;
    }

    public void Save(string name, Action<BinaryWriter> write, bool last = false)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        _states[name] = stream.ToArray();
    }
}
