using Research.Models.Checkpoints;
using Research.Pipeline;

namespace Research.Evaluation.Trials;

/// <summary>Where a trial's trainings keep their states: the engine's store, as models ask for it. Neither knows the other.</summary>
public sealed class TrialCheckpoints(TrialInputs inputs) : ICheckpoints
{
    public bool Resume(string name, Action<BinaryReader> read) => inputs.Checkpoints.Resume(name, read);

    public void Save(string name, Action<BinaryWriter> write, bool last = false) => inputs.Checkpoints.Save(name, write, last);
}
