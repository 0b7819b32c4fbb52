namespace Research.Models.Checkpoints;

/// <summary>For computations that nobody will resume.</summary>
internal sealed class NoCheckpoints : ICheckpoints
{
    private NoCheckpoints() { }

    public static NoCheckpoints Instance { get; } = new();

    public bool Resume(string name, Action<BinaryReader> read) => false;

    public void Save(string name, Action<BinaryWriter> write, bool last = false) { }
}
