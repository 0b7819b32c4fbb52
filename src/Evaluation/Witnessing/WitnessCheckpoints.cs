using Research.Models.Witnessing;
using Research.Pipeline;

namespace Research.Evaluation.Witnessing;

/// <summary>Stands where a trial keeps its checkpoints, and watches each of its trainings; nothing is kept.</summary>
/// <param name="begin">Changes a training of that name before its first update.</param>
internal sealed class WitnessCheckpoints(Action<string, WitnessedTraining> begin) : ICheckpointStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, (WitnessedTraining Training, byte[] Weights)> _trainings = new(
        StringComparer.Ordinal
    );

    /// <summary>The trainings by name, with their first weights.</summary>
    public IReadOnlyDictionary<string, (WitnessedTraining Training, byte[] Weights)> Trainings => _trainings;

    public bool Resume(string name, Action<BinaryReader> read)
    {
        var training = WitnessedTraining.Of(read);
        begin(name, training);
        lock (_gate)
        {
            _trainings.Add(name, (training, training.Weights()));
        }

        return false;
    }

    public void Save(string name, Action<BinaryWriter> write, bool last = false) { }
}
