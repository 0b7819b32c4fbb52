using System.Text.Json;
using Research.Data.Store;

namespace Research.Pipeline.Runs;

/// <summary>How the making of one target ended.</summary>
/// <param name="Error">Null where all went well.</param>
/// <param name="Unavailable">Whether data could not be had.</param>
/// <param name="Seconds">Wall time of this target alone.</param>
/// <param name="PeakBytes">Largest working set of the worker so far.</param>
public sealed record WorkerReport(string? Error, bool Unavailable, double Seconds, long PeakBytes)
{
    /// <summary>By one rename: a worker that is killed while it reports leaves no half of a report.</summary>
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
