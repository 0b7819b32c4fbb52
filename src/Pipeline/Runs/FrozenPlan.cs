using System.Text.Json;
using System.Text.Json.Serialization;
using Research.Data.Store;
using Research.Pipeline.Store;

namespace Research.Pipeline.Runs;

/// <summary>Everything that a worker needs to make one target; it decides nothing itself.</summary>
public sealed record FrozenPlan
{
    /// <summary>Assembly that lists the studies.</summary>
    public required string Catalogue { get; init; }

    public required string Profile { get; init; }

    /// <summary>The checkout.</summary>
    public required string Root { get; init; }

    /// <summary>The user's cache, where datasets are fetched to.</summary>
    public required string Cache { get; init; }

    public required string Target { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>Digest of the settings leaf, which the worker's own must equal.</summary>
    public required string Settings { get; init; }

    /// <summary>Digests of our assemblies, which the worker's own must equal.</summary>
    public required IReadOnlyDictionary<string, string> Assemblies { get; init; }

    public required int Threads { get; init; }

    /// <summary>The fresh folder.</summary>
    public required string Folder { get; init; }

    public required string Checkpoints { get; init; }

    public required double CheckpointSeconds { get; init; }

    /// <summary>Where the worker reports how it ended.</summary>
    public required string Report { get; init; }

    /// <summary>Files of the targets upstream.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, StoredFile>> Upstream { get; init; }

    /// <summary>Verified folders of the pinned datasets.</summary>
    public required IReadOnlyDictionary<string, VerifiedFolder> Datasets { get; init; }

    public void Save(string path) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this, RunsJson.Default.FrozenPlan));

    public static FrozenPlan Load(string path) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(path), RunsJson.Default.FrozenPlan)!;
}

/// <summary>A dataset whose files had the lock's digest when the run began.</summary>
public sealed record VerifiedFolder(string Path, string Version, string Digest);

/// <summary>How a worker ended.</summary>
/// <param name="Error">Null where all went well.</param>
/// <param name="Unavailable">Whether data could not be had.</param>
/// <param name="PeakBytes">Largest working set.</param>
public sealed record WorkerReport(string? Error, bool Unavailable, long PeakBytes)
{
    /// <summary>By one rename: a worker that is killed while it reports leaves no half of one.</summary>
    public void Save(string path) =>
        AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, RunsJson.Default.WorkerReport));

    /// <summary>Null where there is no report, or none that can be read.</summary>
    public static WorkerReport? Find(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), RunsJson.Default.WorkerReport) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(FrozenPlan))]
[JsonSerializable(typeof(WorkerReport))]
internal sealed partial class RunsJson : JsonSerializerContext;
