using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using Research.Pipeline.Checkpoints;
using Research.Pipeline.Closures;

namespace Research.Pipeline.Targets;

/// <summary>A node of the graph: something that is made from a fingerprint's worth of inputs, once.</summary>
public abstract class Target
{
    private static readonly ConcurrentDictionary<Type, CodeRoots> OwnRoots = [];
    private static readonly IReadOnlyDictionary<string, string> None = ReadOnlyDictionary<string, string>.Empty;
    private static readonly IReadOnlyDictionary<string, Func<byte[]>> NoTexts = ReadOnlyDictionary<string, Func<byte[]>>.Empty;

    public abstract string Name { get; }

    public abstract TargetKind Kind { get; }

    /// <summary>Targets whose outputs it reads.</summary>
    public virtual IReadOnlyList<string> Upstream => [];

    /// <summary>Whether it is made of those of its upstream that could be made; else it is made of all or not at all.</summary>
    public virtual bool LeavesOutMissing => false;

    /// <summary>Whether it is shown the run records of what lies upstream: times and machines, which no fingerprint holds. It cannot be challenged.</summary>
    public virtual bool ReadsRunRecords => false;

    /// <summary>Whether a run of all targets leaves it out.</summary>
    public virtual bool OnlyByName => false;

    /// <summary>Folder below artifacts/ where its outputs appear; null where they stay in the store.</summary>
    public virtual string? Folder => null;

    /// <summary>Whether the folder is its alone, and so appears by one rename; else its files do, one by one.</summary>
    public virtual bool OwnsFolder => true;

    /// <summary>Memory that its worker needs at its peak, bytes.</summary>
    public virtual long MemoryBytes => 256L << 20;

    /// <summary>What it is made with: an object whose whole state is the settings leaf; null for none.</summary>
    public virtual object? Settings => null;

    /// <summary>Settings beside the object's, by name.</summary>
    public virtual IReadOnlyDictionary<string, string> MoreSettings => None;

    /// <summary>The data leaf.</summary>
    public virtual IReadOnlyDictionary<string, string> Data(DataInputs inputs) => None;

    /// <summary>Texts whose digests the data leaf holds and that are no files of the checkout, by part: a later question why shows which rows changed.</summary>
    public virtual IReadOnlyDictionary<string, Func<byte[]>> Texts => NoTexts;

    /// <summary>Where its code begins; the types of the settings are added by the engine.</summary>
    public abstract CodeRoots Roots { get; }

    /// <summary>Writes its outputs into the job's folder. Runs in a worker.</summary>
    public abstract void Make(Job job);

    /// <summary>Roots of a target whose code is its own Make, with what opens datasets and keeps checkpoints on its job.</summary>
    protected CodeRoots OwnMake => OwnRoots.GetOrAdd(GetType(), RootsOf);

    private static CodeRoots RootsOf(Type type) =>
        new(
            [type.GetMethod(nameof(Make))!, typeof(DatasetReader).GetMethod(nameof(DatasetReader.Read))!],
            [type, typeof(FileCheckpoints)]
        );
}
