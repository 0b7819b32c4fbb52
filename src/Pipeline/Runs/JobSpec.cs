using System.Text.Json;
using System.Text.Json.Serialization;
using Research.Pipeline.Store;

namespace Research.Pipeline.Runs;

/// <summary>Everything that a worker needs to make some targets, one after the other; it decides nothing itself.</summary>
public sealed record JobSpec
{
    /// <summary>Assembly that lists the studies.</summary>
    public required string Catalogue { get; init; }

    public required string Profile { get; init; }

    /// <summary>The checkout.</summary>
    public required string Root { get; init; }

    /// <summary>The user's cache, where datasets are fetched to.</summary>
    public required string Cache { get; init; }

    /// <summary>Digests of our assemblies, which the worker's own must equal.</summary>
    public required IReadOnlyDictionary<string, string> Assemblies { get; init; }

    public required int Threads { get; init; }

    public required double CheckpointSeconds { get; init; }

    /// <summary>Where networks are computed, as --device names it.</summary>
    public string Device { get; init; } = RunSettings.Cpu;

    /// <summary>What to make, in this order.</summary>
    public required IReadOnlyList<JobItem> Items { get; init; }

    public void Save(string path) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this, RunsJson.Default.JobSpec));

    public static JobSpec Load(string path) => JsonSerializer.Deserialize(File.ReadAllBytes(path), RunsJson.Default.JobSpec)!;
}

/// <summary>One target of a job.</summary>
public sealed record JobItem
{
    public required string Target { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>Digest of the settings leaf, which the worker's own must equal.</summary>
    public required string Settings { get; init; }

    /// <summary>The fresh folder.</summary>
    public required string Folder { get; init; }

    public required string Checkpoints { get; init; }

    /// <summary>Where the worker reports how it ended.</summary>
    public required string Report { get; init; }

    /// <summary>Files of the targets upstream.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, StoredFile>> Upstream { get; init; }

    /// <summary>Verified folders of the pinned datasets.</summary>
    public required IReadOnlyDictionary<string, VerifiedFolder> Datasets { get; init; }

    /// <summary>Memory that it is expected to need, bytes; 0 where nobody knows.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Seconds that it is expected to take; null where neither it nor one of its kind was ever timed.</summary>
    public double? Seconds { get; init; }
}

/// <summary>A dataset whose files had the lock's digest when the run began.</summary>
public sealed record VerifiedFolder(string Path, string Version, string Digest);

[JsonSerializable(typeof(JobSpec))]
[JsonSerializable(typeof(WorkerReport))]
internal sealed partial class RunsJson : JsonSerializerContext;
