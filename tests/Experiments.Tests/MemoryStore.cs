using Research.Models.Tests.Training;
using Research.Pipeline;

namespace Research.Experiments.Tests;

/// <summary>Keeps a trial's states in memory, so that a test can stop the trial and go on.</summary>
internal sealed class MemoryStore : ICheckpointStore
{
    private readonly MemoryCheckpoints _states = new();

    public bool Resume(string name, Action<BinaryReader> read) => _states.Resume(name, read);

    public void Save(string name, Action<BinaryWriter> write, bool last = false) => _states.Save(name, write, last);
}
