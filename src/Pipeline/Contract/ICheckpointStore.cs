namespace Research.Pipeline;

/// <summary>Keeps the whole state of a trial's long computations, so that a killed run goes on from it to the same bits.</summary>
/// <remarks>Safe to use from several threads under different names.</remarks>
public interface ICheckpointStore
{
    /// <summary>Restores a state that an earlier run of the same fingerprint saved.</summary>
    /// <param name="name">Unique within the trial: which loop it is.</param>
    /// <param name="read">Reads what was written, in the same order.</param>
    /// <returns>Whether there was a state.</returns>
    bool Resume(string name, Action<BinaryReader> read);

    /// <summary>Saves a state, if the interval since this loop's last one has passed.</summary>
    /// <param name="name">Unique within the trial: which loop it is.</param>
    /// <param name="write">Writes all that the computation goes on from.</param>
    /// <param name="last">The computation is done: save whatever the interval.</param>
    void Save(string name, Action<BinaryWriter> write, bool last = false);
}
