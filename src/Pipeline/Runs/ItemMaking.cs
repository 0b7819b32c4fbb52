using System.Diagnostics;
using Research.Data;
using Research.Data.Download;
using Research.Numerics;
using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Makes one item of a job in this process; whatever goes wrong is in the report.</summary>
internal static class ItemMaking
{
    /// <param name="graph">Where the target is.</param>
    /// <param name="takeDevice">Has this process compute on the device of that name, and says which it is.</param>
    /// <param name="progress">Receives the share that is done, 0 to 1.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static WorkerReport Make(
        JobSpec job,
        JobItem item,
        TargetGraph graph,
        Func<string, string> takeDevice,
        Action<double> progress,
        CancellationToken stopped
    )
    {
        var clock = Stopwatch.StartNew();
        WorkerReport report = Try(job, item, graph, takeDevice, progress, stopped);
        using var self = Process.GetCurrentProcess();
        return report with { Seconds = clock.Elapsed.TotalSeconds, PeakBytes = self.PeakWorkingSet64 };
    }

    private static WorkerReport Try(
        JobSpec job,
        JobItem item,
        TargetGraph graph,
        Func<string, string> takeDevice,
        Action<double> progress,
        CancellationToken stopped
    )
    {
        string device = job.Device;
        try
        {
            device = takeDevice(job.Device);
            Target target =
                graph.Find(item.Target) is { } found && Fingerprinter.SettingsLeaf(found).Digest == item.Settings
                    ? found
                    : throw new ResearchException("The program changed after the run was planned; run again.");
            target.Make(WorkerJob.Of(job, item, progress, stopped));
            return new WorkerReport(null, false, 0, 0, device);
        }
        catch (DataUnavailableException error)
        {
            return new WorkerReport(error.Message, true, 0, 0, device);
        }
        catch (Exception error)
            when (error is ResearchException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            string why = WriteFailure.Of(error, job.Cache, null) ?? error.Message;
            return new WorkerReport(why, false, 0, 0, device) { Cause = CauseOf(error) };
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new WorkerReport(error.ToString(), false, 0, 0, device) { Cause = CauseOf(error) }; // a defect keeps its trace
        }
    }

    private static FailureCause CauseOf(Exception error) =>
        error switch
        {
            IOException full when DiskFull.Is(full) => FailureCause.Disk,
            OutOfMemoryException => FailureCause.Memory,
            _ => FailureCause.Code,
        };
}
