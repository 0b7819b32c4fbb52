using System.Text.Json;
using System.Text.Json.Serialization;
using Research.Data.Store;
using Research.Pipeline.Executors.Exchange;

namespace Research.Pipeline.Executors;

/// <summary>Jobs that are with a scheduler, a file each in the user's cache: a run that is started again adopts them, and 'research status' shows them.</summary>
/// <param name="folder">The folder.</param>
internal sealed class Ledger(string folder)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(30);

    private readonly Lock _gate = new();

    /// <summary>Of a user's cache.</summary>
    public static Ledger In(string cache) => new(Path.Combine(cache, "jobs"));

    /// <summary>All jobs, the oldest first; what is half-written or a month old is none.</summary>
    public IReadOnlyList<LedgerJob> All() =>
        [
            .. (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
                .Select(Read)
                .OfType<LedgerJob>()
                .Where(job => TimeProvider.System.GetUtcNow() - job.Submitted < Forgotten)
                .OrderBy(job => job.Submitted),
        ];

    public void Put(LedgerJob job)
    {
        lock (_gate)
        {
            AtomicFile.Write(PathOf(job.Job), JsonSerializer.SerializeToUtf8Bytes(job, LedgerJson.Default.LedgerJob));
        }
    }

    /// <summary>Takes items off a job's list; the job with its last.</summary>
    public void Take(string job, IReadOnlyCollection<string> fingerprints)
    {
        lock (_gate)
        {
            string path = PathOf(job);
            if (fingerprints.Count == 0 || Read(path) is not { } known)
            {
                return;
            }

            LedgerItem[] left = [.. known.Items.Where(item => !fingerprints.Contains(item.Fingerprint))];
            if (left.Length == 0)
            {
                File.Delete(path);
            }
            else
            {
                Put(known with { Items = left });
            }
        }
    }

    private string PathOf(string job) => Path.Combine(folder, job + ".json");

    private static LedgerJob? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), LedgerJson.Default.LedgerJob) : null;
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            return null;
        }
    }
}

/// <summary>A job that is with a scheduler.</summary>
internal sealed record LedgerJob
{
    /// <summary>Name of the job's file in the exchange.</summary>
    public required string Job { get; init; }

    public required string Submission { get; init; }

    /// <summary>Whose id it is: "slurm" or "command".</summary>
    public required string Executor { get; init; }

    /// <summary>The exchange.</summary>
    public required string Place { get; init; }

    /// <summary>The scheduler's id.</summary>
    public required string TaskId { get; init; }

    public required DateTimeOffset Submitted { get; init; }

    public required Resources Resources { get; init; }

    /// <summary>What it makes and nobody has taken yet.</summary>
    public required IReadOnlyList<LedgerItem> Items { get; init; }
}

/// <summary>A target of a job.</summary>
internal sealed record LedgerItem(string Target, string Fingerprint, double? Seconds);

[JsonSerializable(typeof(LedgerJob))]
internal sealed partial class LedgerJson : JsonSerializerContext;
