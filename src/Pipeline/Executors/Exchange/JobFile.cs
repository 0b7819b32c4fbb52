using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Research.Pipeline.Store;

namespace Research.Pipeline.Executors.Exchange;

/// <summary>A job as one file, which any machine with the same program can make: it names no path, and its inputs by their hashes.</summary>
/// <remarks>A job is known by the SHA-256 of this file, so that nobody can swap it for another.</remarks>
internal sealed record JobFile
{
    /// <summary>A random word: records of this submission are no other's.</summary>
    public required string Submission { get; init; }

    /// <summary>Assembly that lists the studies; beside the program where there is none at this path.</summary>
    public required string Catalogue { get; init; }

    public required string Profile { get; init; }

    /// <summary>Digests of our assemblies, which the worker's own must equal.</summary>
    public required IReadOnlyDictionary<string, string> Assemblies { get; init; }

    /// <summary>Between two saves of a training loop's state.</summary>
    public required double CheckpointSeconds { get; init; }

    /// <summary>Between two times that states, log and progress go to the exchange.</summary>
    public required double ReportSeconds { get; init; }

    public required Resources Resources { get; init; }

    /// <summary>What to make, in this order.</summary>
    public required IReadOnlyList<JobFileItem> Items { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ExchangeJson.Default.JobFile);

    public static JobFile Parse(byte[] bytes) => JsonSerializer.Deserialize(bytes, ExchangeJson.Default.JobFile)!;

    /// <summary>The name of a job with those bytes.</summary>
    public static string NameOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>One target of a job.</summary>
internal sealed record JobFileItem
{
    public required string Target { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>Digest of the settings leaf, which the worker's own must equal.</summary>
    public required string Settings { get; init; }

    /// <summary>Files of the targets upstream: target, then path, size and SHA-256 of each.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Output>> Inputs { get; init; }

    /// <summary>Pinned datasets by id.</summary>
    public required IReadOnlyDictionary<string, DatasetInput> Datasets { get; init; }
}

/// <summary>A dataset that a job reads: the list of its files is itself a content of the exchange.</summary>
/// <param name="Version">As the lock has it.</param>
/// <param name="Digest">As the lock has it: "sha256:" and the SHA-256 of the list.</param>
/// <param name="ListBytes">Size of the list.</param>
internal sealed record DatasetInput(string Version, string Digest, long ListBytes);

/// <summary>What a job asks of a machine.</summary>
/// <param name="Cores">Threads.</param>
/// <param name="MemoryBytes">At its peak.</param>
/// <param name="Seconds">Wall time, after which it may be ended.</param>
/// <param name="Gpus">Graphics processors.</param>
internal sealed record Resources(int Cores, long MemoryBytes, int Seconds, int Gpus);

[JsonSerializable(typeof(JobFile))]
[JsonSerializable(typeof(Completion))]
[JsonSerializable(typeof(TaskNews))]
[JsonSerializable(typeof(Output[]))]
internal sealed partial class ExchangeJson : JsonSerializerContext;
