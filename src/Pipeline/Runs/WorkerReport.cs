using System.Text.Json;
using Research.Data.Store;

namespace Research.Pipeline.Runs;

/// <summary>How the making of one target ended.</summary>
/// <param name="Error">Null where all went well.</param>
/// <param name="Unavailable">Whether data could not be had.</param>
/// <param name="Seconds">Wall time of this target alone.</param>
/// <param name="PeakBytes">Largest working set of the worker so far.</param>
/// <param name="Device">Where networks were computed.</param>
public sealed record WorkerReport(
    string? Error,
    bool Unavailable,
    double Seconds,
    long PeakBytes,
    string Device = RunSettings.Cpu
)
{
    /// <summary>What an error comes from; the machine's troubles may pass on another machine.</summary>
    public FailureCause Cause { get; init; }

    /// <summary>By one rename: a worker that is killed while it reports leaves no half of a report.</summary>
    public void Save(string path) =>
        AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, RunsJson.Default.WorkerReport));

    /// <summary>The report as one word, for a worker that cannot write it to the disk.</summary>
    public string ToWord() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this, RunsJson.Default.WorkerReport));

    /// <summary>Null where it is no such word.</summary>
    public static WorkerReport? FromWord(string word)
    {
        try
        {
            return Read(Convert.FromBase64String(word));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Null where there is no report, or none that can be read.</summary>
    public static WorkerReport? Find(string path) => File.Exists(path) ? Read(File.ReadAllBytes(path)) : null;

    private static WorkerReport? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RunsJson.Default.WorkerReport);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What the failure of a target comes from.</summary>
public enum FailureCause
{
    /// <summary>The target itself, or nothing went wrong.</summary>
    Code,

    /// <summary>The machine's disk: full, or not writable.</summary>
    Disk,

    /// <summary>The memory that the process may use.</summary>
    Memory,
}
